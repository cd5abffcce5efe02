//! Starts the page.

fn main() {
    sidebyline_app::start();
}
