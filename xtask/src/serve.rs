//! `cargo xtask serve`: the page on this machine, while it is worked on.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::arguments::ServeOptions;
use crate::error::{Context, Error};
use crate::setup::Setup;

/// Builds, serves, and rebuilds on each change, until it is ended from the terminal.
pub fn serve(setup: &Setup, options: &ServeOptions) -> Result<(), Error> {
    let environment = if options.release { setup.release_build()? } else { setup.web()? };
    let address = free_address(options.port)?;

    let mut command = environment.command("trunk");
    command
        .args(["serve", "--address", "127.0.0.1", "--dist", "target/serve", "--port"])
        .arg(address.port().to_string())
        .current_dir(setup.workspace.root())
        .env_remove("NO_COLOR") // Trunk accepts no value of it but true and false.
        .stdin(Stdio::null());
    if options.release {
        command.arg("--release");
    }
    if options.open {
        command.arg("--open");
    }
    // Trunk needs the directory to be there before it watches.
    let dist = setup.workspace.path("target/serve");
    std::fs::create_dir_all(&dist).context(dist.display())?;

    println!("Building the page; it will be at http://{address}/");
    let mut trunk = command.spawn().context("Trunk could not be started")?;
    announce(&mut trunk, address)?;
    let status = trunk.wait().context("waiting for Trunk")?;
    if status.success() { Ok(()) } else { Err(Error::new(format!("Trunk ended ({status})"))) }
}

/// Says where the page is as soon as it is there; returns early when Trunk ends before.
fn announce(trunk: &mut Child, address: SocketAddr) -> Result<(), Error> {
    while trunk.try_wait().context("waiting for Trunk")?.is_none() {
        if TcpStream::connect_timeout(&address, Duration::from_millis(200)).is_ok() {
            println!("Sidebyline is at http://{address}/ (it reloads when a file changes; Ctrl-C ends it)");
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    Ok(())
}

/// The address to listen on; port 0 stands for any that is free.
fn free_address(port: u16) -> Result<SocketAddr, Error> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .context(format!("port {port} cannot be used (another one: `cargo xtask serve --port 0`)"))?;
    listener.local_addr().context("no address to listen on")
}
