//! Finds or installs the tools, in one place for all commands.
//!
//! Each tool is looked for on PATH at the right version, then in a cache of our own, then installed there. System
//! packages are installed only on Debian, and only by root or by a `sudo` that asks for no password; everybody else
//! gets one message that says what to install. Nothing is installed that the command at hand doesn't need.

mod apt;
mod browser;
mod cache;
mod cargo_tool;
mod engines;
mod node;
mod npm;
mod python;
mod wasm_target;

use std::cell::OnceCell;
use std::path::PathBuf;

use crate::environment::Environment;
use crate::error::Error;
use crate::workspace::Workspace;

pub use browser::Browser;
pub use engines::Engines;
pub use wasm_target::TARGET as WASM_TARGET;

/// The bundler. The next minor version wants a newer compiler than many people have.
const TRUNK: &str = "0.21.14";
/// What takes the program apart in two. It fits the version of `wasm_split_helpers` in Cargo.lock.
const WASM_SPLIT: &str = "0.2.4";
/// The licence and dependency checker.
const CARGO_DENY: &str = "0.20.2";

/// Flags for the compiler of the page; they add to those of `.cargo/config.toml`.
const RUSTFLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Has the linker write down what refers to what, which is how the program is taken apart.
const SPLITTABLE: &str = "-Clink-arg=--emit-relocs";

/// What has been set up so far; each tool is looked for once, when it is first asked for.
pub struct Setup {
    /// The repository.
    pub workspace: Workspace,
    web: OnceCell<Result<Environment, Error>>,
    build_tools: OnceCell<Result<PathBuf, Error>>,
    browser: OnceCell<Result<Browser, Error>>,
    test_packages: OnceCell<Result<(), Error>>,
    page: OnceCell<Result<(), Error>>,
}

impl Setup {
    /// Nothing set up yet.
    pub fn new(workspace: Workspace) -> Self {
        Self {
            workspace,
            web: OnceCell::new(),
            build_tools: OnceCell::new(),
            browser: OnceCell::new(),
            test_packages: OnceCell::new(),
            page: OnceCell::new(),
        }
    }

    /// All tools for all commands.
    pub fn everything(&self) -> Result<(), Error> {
        self.page_lints()?;
        self.page_tests()?;
        self.release_build()?;
        self.engines()?;
        self.bench_packages()?;
        licence_checker()?;
        println!("All tools are in place.");
        Ok(())
    }

    /// What compiles and bundles the page: the wasm target, wasm-bindgen, Trunk and Node.js (for Trunk's hooks).
    pub fn web(&self) -> Result<Environment, Error> {
        self.web.get_or_init(|| self.find_web()).clone()
    }

    fn find_web(&self) -> Result<Environment, Error> {
        node::ensure()?;
        let mut environment = wasm_target::ensure(&self.workspace)?;
        environment.search_first(self.bindgen()?);
        environment.search_first(cargo_tool::ensure(&cargo_tool::CargoTool {
            package: "trunk",
            program: "trunk",
            version: TRUNK,
            tells_version: true,
            arguments: &["--no-default-features", "--features", "rustls", "--locked"],
            optimise: "0",
            purpose: "it bundles the page",
            minutes: 3,
        })?);
        environment.set("CARGO_TARGET_DIR", self.workspace.web_target());
        environment.set(RUSTFLAGS, without_local_paths().unwrap_or_default());
        // Trunk's errors are for the page's author; where in Trunk they arise is not.
        environment.set("RUST_BACKTRACE", "0");
        Ok(environment)
    }

    fn bindgen(&self) -> Result<PathBuf, Error> {
        cargo_tool::ensure(&cargo_tool::CargoTool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: &self.workspace.locked_version("wasm-bindgen")?,
            tells_version: true,
            arguments: &[],
            optimise: "1",
            purpose: "it writes the glue between the page and its WebAssembly, and must equal the version in Cargo.lock",
            minutes: 2,
        })
    }

    /// [`web`](Self::web), and what makes the published page small.
    pub fn release_build(&self) -> Result<Environment, Error> {
        let mut environment = self.web()?;
        environment.search_first(cargo_tool::ensure(&cargo_tool::CargoTool {
            package: "wasm_split_cli_support",
            program: "wasm-split-cli",
            version: WASM_SPLIT,
            tells_version: false,
            arguments: &["--features", "build-binary", "--locked"],
            optimise: "0",
            purpose: "it takes apart what the first view needs and what can come later",
            minutes: 1,
        })?);
        environment.search_first(self.build_tools()?.join(".bin"));
        let for_size = wasm_target::library_for_size(&mut environment);
        let paths = without_local_paths().unwrap_or_default();
        let flags = [&paths, for_size.unwrap_or_default(), SPLITTABLE].join(" ");
        environment.set(RUSTFLAGS, flags.trim());
        Ok(environment)
    }

    /// The directory of the packages that make the published page small, and pack it.
    pub fn build_tools(&self) -> Result<PathBuf, Error> {
        self.build_tools.get_or_init(|| npm::build_tools(&self.workspace)).clone()
    }

    /// The compiler of [`web`](Self::web), with its lints.
    pub fn page_lints(&self) -> Result<Environment, Error> {
        let environment = self.web()?;
        wasm_target::ensure_lints(&environment)?;
        Ok(environment)
    }

    /// [`web`](Self::web), and a browser that wasm tests run in.
    pub fn page_tests(&self) -> Result<Environment, Error> {
        let mut environment = self.web()?;
        let browser = self.browser()?;
        browser.configure_wasm_tests(&self.workspace, &mut environment)?;
        Ok(environment)
    }

    /// The page in `dist/`, built by `build` when it is first asked for: to see that it is there already takes most of a
    /// minute, and several steps of a test need it.
    pub fn page(&self, build: impl FnOnce() -> Result<(), Error>) -> Result<(), Error> {
        self.page.get_or_init(build).clone()
    }

    /// Chromium and its driver.
    pub fn browser(&self) -> Result<Browser, Error> {
        self.browser
            .get_or_init(|| {
                self.test_packages()?;
                browser::ensure(&self.workspace)
            })
            .clone()
    }

    /// Browsers of other engines, as far as they are there or can be installed.
    pub fn engines(&self) -> Result<Engines, Error> {
        self.test_packages()?;
        engines::ensure()
    }

    /// The peers of the benchmarks that come from npm.
    pub fn bench_packages(&self) -> Result<(), Error> {
        node::ensure()?;
        npm::bench_packages(&self.workspace)
    }

    /// A Python that has the peers of the benchmarks that are programs of this machine.
    pub fn bench_python(&self) -> Result<PathBuf, Error> {
        python::with_packages(&self.workspace)
    }

    /// The packages of the browser tests, Playwright first of all.
    pub fn test_packages(&self) -> Result<(), Error> {
        self.test_packages
            .get_or_init(|| {
                node::ensure()?;
                npm::test_packages(&self.workspace)
            })
            .clone()
    }
}

/// Flags that keep the directories of whoever builds the page out of it. They add to those of `.cargo/config.toml`.
fn without_local_paths() -> Option<String> {
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))?;
    let sources = cargo_home.join("registry").join("src").into_os_string().into_string().ok()?;
    // Cargo takes the variable apart at white space.
    (!sources.contains(char::is_whitespace)).then(|| format!("--remap-path-prefix={sources}="))
}

/// The directory that holds cargo-deny.
pub fn licence_checker() -> Result<PathBuf, Error> {
    cargo_tool::ensure(&cargo_tool::CargoTool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: CARGO_DENY,
        tells_version: true,
        arguments: &["--locked"],
        optimise: "0",
        purpose: "it checks the licences and origins of the dependencies",
        minutes: 3,
    })
}
