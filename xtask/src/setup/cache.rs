//! The directory that installed tools are kept in, apart from the user's own.

use std::path::PathBuf;

use crate::error::Error;

/// Where tools are kept: `SIDEBYLINE_TOOLS`, or `sidebyline/tools` in the user's cache directory.
pub fn tools() -> Result<PathBuf, Error> {
    let from = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    from("SIDEBYLINE_TOOLS")
        .or_else(|| Some(from("XDG_CACHE_HOME").or_else(|| user_cache(&from))?.join("sidebyline").join("tools")))
        .ok_or_else(|| Error::new("no directory for the tools: please set SIDEBYLINE_TOOLS to one that can be written"))
}

fn user_cache(from: &impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    if cfg!(windows) { from("LOCALAPPDATA") } else { Some(from("HOME")?.join(".cache")) }
}

/// The directory of one tool at one version.
pub fn directory(name: &str, version: &str) -> Result<PathBuf, Error> {
    Ok(tools()?.join(format!("{name}-{version}")))
}

/// Where the output of an installation goes when there is no terminal.
pub fn install_log(name: &str) -> Result<PathBuf, Error> {
    Ok(tools()?.join(format!("{name}.log")))
}
