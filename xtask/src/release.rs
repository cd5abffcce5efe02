//! `cargo xtask release`: everything that a publisher without Rust needs, in one zip.
//!
//! The site in it takes another dataset by replacing one file, `site/data/dataset.json`. Nothing of a dataset stands in its
//! pages until `sidebyline prerender` is run: who replaces the file only must never see what was there before.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::build;
use crate::error::{Context, Error};
use crate::process;
use crate::setup::Setup;
use crate::test::browser;
use crate::workspace::DATASET_META;

mod licences;

/// What the site calls its dataset.
const DATASET: &str = "dataset";
/// What a publisher needs of `docs/`.
const GUIDES: [&str; 6] =
    ["dataset.md", "datasets.md", "embedding.md", "export.md", "hosting.md", "sidebyline-1.schema.json"];
const README: &str = include_str!("release/README.txt");

/// Builds the site and the command, packs them, and tests what was packed.
pub fn release(setup: &Setup) -> Result<(), Error> {
    let name = format!("sidebyline-{}-{}-{}", env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH);
    let folder = setup.workspace.path("target/release-zip").join(&name);
    drop(std::fs::remove_dir_all(&folder)); // It need not be there.
    std::fs::create_dir_all(&folder).context(folder.display())?;

    let site = folder.join("site");
    let [mut bundle, _] = build::release_commands(setup)?;
    process::run(bundle.arg("--dist").arg(&site)).context("the page could not be built")?;
    take_any_dataset(&site, &setup.workspace.dataset()?)?;
    let program = command(setup)?;
    copy(&program, &folder.join(program.file_name().unwrap_or_default()))?;
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&setup.workspace.path(licence), &folder.join(licence))?;
    }
    std::fs::create_dir(folder.join("docs")).context("docs")?;
    for page in GUIDES {
        copy(&setup.workspace.path("docs").join(page), &folder.join("docs").join(page))?;
    }
    write(&folder.join("LICENSES-OF-OTHERS.txt"), &licences::of_others(setup)?)?;
    write(&folder.join("README.txt"), README.replace("VERSION", env!("CARGO_PKG_VERSION")))?;

    let zip = folder.with_file_name(format!("{name}.zip"));
    let checksum = process::output(&mut pack(setup, &folder, &zip)?)?;
    write(&folder.with_file_name(format!("{name}.zip.sha256")), format!("{checksum}\n"))?;
    try_out(setup, &zip, &name)?;
    println!("{checksum}\nThe zip is in target/release-zip/, with its checksum.");
    Ok(())
}

/// Leaves one dataset in the site, under a name that fits any.
fn take_any_dataset(site: &Path, bundled: &str) -> Result<(), Error> {
    let data = site.join("data");
    let content = std::fs::read(data.join(bundled).with_extension("json")).context(bundled)?;
    std::fs::remove_dir_all(&data).and_then(|()| std::fs::create_dir(&data)).context(data.display())?;
    write(&data.join(DATASET).with_extension("json"), content)?;
    let page = site.join("index.html");
    let html = std::fs::read_to_string(&page).context(page.display())?;
    let stated = |name: &str| format!("{DATASET_META}{name}\">");
    if !html.contains(&stated(bundled)) || html.contains("<meta name=\"pages\"") {
        return Err(Error::new(format!("{} names no dataset, or is prerendered", page.display())));
    }
    write(&page, html.replace(&stated(bundled), &stated(DATASET)))
}

/// Builds the `sidebyline` command as it is given away.
fn command(setup: &Setup) -> Result<PathBuf, Error> {
    let target = setup.workspace.path("target/command");
    let mut cargo = process::command("cargo");
    cargo.args(["build", "--profile", "speed", "--locked", "--package", "sidebyline-cli", "--target-dir"]).arg(&target);
    process::run(cargo.current_dir(setup.workspace.root())).context("the command could not be built")?;
    Ok(target.join("speed").join("sidebyline").with_extension(std::env::consts::EXE_EXTENSION))
}

/// What packs `folder` into `zip`, and prints its checksum. The same files give the same bytes.
fn pack(setup: &Setup, folder: &Path, zip: &Path) -> Result<Command, Error> {
    let mut node = process::command("node");
    node.arg(setup.workspace.path("xtask/hooks/pack.mjs")).arg(setup.build_tools()?).arg(folder).arg(zip);
    Ok(node)
}

/// Unpacks the zip as a publisher does, and has `e2e/tests/release.spec.ts` put another dataset into it.
fn try_out(setup: &Setup, zip: &Path, name: &str) -> Result<(), Error> {
    let folder = setup.workspace.path("target/release-zip/unpacked");
    drop(std::fs::remove_dir_all(&folder)); // It need not be there.
    std::fs::create_dir_all(&folder).context(folder.display())?;
    let (program, arguments) = if cfg!(target_os = "linux") { ("unzip", ["-q"]) } else { ("tar", ["-xf"]) };
    process::run(process::command(program).args(arguments).arg(zip).current_dir(&folder))?;
    let unpacked = folder.join(name);
    let mut tests = browser::playwright(setup, &["release"])?;
    tests.env("SIDEBYLINE_DIST", unpacked.join("site")).env("SIDEBYLINE_UNPACKED", &unpacked);
    process::run(&mut tests).context("what was packed does not work")
}

fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    std::fs::copy(from, to).map(drop).context(from.display())
}

fn write(path: &Path, text: impl AsRef<[u8]>) -> Result<(), Error> {
    std::fs::write(path, text).context(path.display())
}
