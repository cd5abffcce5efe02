//! A site, prerendered, and its dataset as one HTML file: styles, program and data stand in it, and it asks nobody for
//! anything.
//!
//! The site is taken as it is published, with its program in several parts. `single/start.js` gives each part to the
//! program when that asks for it, out of the page itself; so no other build is needed, and what is tested of the site holds
//! here. Pages from a disk may load no scripts, not even their neighbours, so everything is inline.

mod tags;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use sidebyline_dataset::Finding;

use tags::{Element, rewrite};

/// What the page calls the dataset that it carries.
const DATASET: &str = "dataset";
const START: &str = include_str!("single/start.js");

/// A built site: its page, and the files that stand beside that, by name.
#[derive(Debug, Default)]
pub struct Site {
    /// `index.html`.
    pub page: String,
    /// What else stands in its folder; not what stands in folders below.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// The page with everything in it. `bytes` are the dataset's file, which is carried as it is, so that its digest holds.
///
/// # Errors
/// The site lacks what every built site has.
pub fn page(site: &Site, bytes: &[u8]) -> Result<String, Finding> {
    let parts = Parts::of(site)?;
    let (mut scripts, mut styles) = (Vec::new(), Vec::new());
    // Scripts and styles come before the policy is written, which names them by their digest.
    let without_policy = rewrite(&site.page, |element| {
        Ok(match element.name {
            "link" if element.has("rel", "stylesheet") => Some(style(site, element.get("href"), &mut styles)?),
            "meta" if element.has("name", "later-styles") => Some(style(site, element.get("content"), &mut styles)?),
            "link" if element.has("rel", "icon") => Some(icon(site, element)?),
            "link" => Some(String::new()),
            "script" if element.get("src").is_some() => Some(script(site, &parts, element, &mut scripts)?),
            "meta" => meta(element),
            _ => None,
        })
    })?;
    let page = rewrite::<Finding>(&without_policy, |element| {
        let stated = element.get("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("content-security-policy"));
        Ok(stated.then(|| {
            let policy = policy(element.get("content").unwrap_or_default(), &scripts, &styles);
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
        }))
    })?;
    let Some((before, after)) = page.rsplit_once("</body>") else {
        return Err(lacks("it has no end of its body"));
    };
    let mut carried = String::new();
    let is_program = |name: &str| Path::new(name).extension().is_some_and(|ending| ending == "wasm");
    let modules = site.files.iter().filter(|(name, _)| is_program(name));
    for (name, bytes) in modules.map(|(name, bytes)| (name.clone(), bytes.as_slice())).chain([data(bytes)]) {
        let encoded = STANDARD.encode(bytes);
        let _ =
            writeln!(carried, "<script type=\"application/base64\" data-file=\"{}\">{encoded}</script>", escape(&name));
    }
    Ok(format!("{before}{carried}</body>{after}"))
}

/// What starts a site.
struct Parts<'a> {
    /// The script that `wasm-bindgen` writes.
    glue: &'a str,
    /// The name of the program's first part.
    program: String,
}

impl<'a> Parts<'a> {
    fn of(site: &'a Site) -> Result<Self, Finding> {
        let (mut glue, mut program) = (None, None);
        rewrite::<Finding>(&site.page, |element| {
            if element.has("rel", "modulepreload") {
                glue = element.get("href").map(file_name);
            } else if element.has("rel", "preload") && element.has("type", "application/wasm") {
                program = element.get("href").map(file_name);
            }
            Ok(None)
        })?;
        let (Some(glue), Some(program)) = (glue, program) else {
            return Err(lacks("it names no program"));
        };
        file(site, &program)?;
        Ok(Self { glue: text(site, &glue)?, program })
    }
}

/// A script of the site, in its place; before the one that starts the program, what that starts. `scripts` get the texts.
fn script(site: &Site, parts: &Parts<'_>, element: &Element<'_>, scripts: &mut Vec<String>) -> Result<String, Finding> {
    let own = text(site, &file_name(element.get("src").unwrap_or_default()))?;
    let mut add = |begin: &str, js: &str| {
        let js = harmless(js);
        let element = format!("{begin}{js}</script>");
        scripts.push(js);
        element
    };
    if !element.has("type", "module") {
        return Ok(add("<script>", own));
    }
    if !own.contains("carried") {
        return Err(lacks("its program can't be started from one file: it is of another version"));
    }
    let module = "<script type=\"module\">";
    Ok(add(module, &program(parts)?) + "\n" + &add(module, own))
}

/// The program's script, and what gives it the files that the page carries.
fn program(parts: &Parts<'_>) -> Result<String, Finding> {
    let (glue, start) = without_export(parts.glue).ok_or_else(|| lacks("its program has no default export"))?;
    let program = serde_json::to_string(&parts.program).unwrap_or_default();
    let start_up = START.replace("PROGRAM", &program);
    Ok(format!("\nconst start = (() => {{\n{glue}\nreturn {start};\n}})();\n{start_up}"))
}

/// A script that doesn't end the element that it stands in.
fn harmless(js: &str) -> String {
    plain_lines(js).replace("</script", "<\\/script").replace("<!--", "\\x3c!--")
}

/// A module without its last `export { … }`, and what it exports as its default: a function cannot export.
fn without_export(module: &str) -> Option<(&str, &str)> {
    let (before, exported) = module.rsplit_once("export")?;
    let names = exported.trim().strip_prefix('{')?.trim_end_matches(';').strip_suffix('}')?;
    let mut names = names.split(',').map(str::split_whitespace).map(Iterator::collect::<Vec<_>>);
    names.find_map(|words| match words[..] {
        [name, "as", "default"] => Some((before, name)),
        _ => None,
    })
}

/// A style sheet as an element; `styles` gets its text.
fn style(site: &Site, href: Option<&str>, styles: &mut Vec<String>) -> Result<String, Finding> {
    let css = text(site, &file_name(href.unwrap_or_default()))?;
    let css = plain_lines(css).replace("</style", "<\\/style");
    let element = format!("<style>{css}</style>");
    styles.push(css);
    Ok(element)
}

/// The icon, inside of its own address.
fn icon(site: &Site, link: &Element<'_>) -> Result<String, Finding> {
    let encoded = STANDARD.encode(file(site, &file_name(link.get("href").unwrap_or_default()))?);
    let kind = escape(link.get("type").unwrap_or("image/svg+xml"));
    Ok(format!("<link rel=\"icon\" type=\"{kind}\" href=\"data:{kind};base64,{encoded}\">"))
}

/// What the page says of where its data are. There are no pages beside it.
fn meta(element: &Element<'_>) -> Option<String> {
    match element.get("name")? {
        "dataset" => Some(format!("<meta name=\"dataset\" content=\"{DATASET}\">")),
        "pages" => Some(String::new()),
        _ => None,
    }
}

fn data(bytes: &[u8]) -> (String, &[u8]) {
    (format!("data/{DATASET}.json"), bytes)
}

/// The site's policy for a page that has everything in it: the scripts and styles that it may use are these, by their
/// digest, and it may connect to nothing.
fn policy(of_site: &str, scripts: &[String], styles: &[String]) -> String {
    let digests = |texts: &[String]| texts.iter().map(|text| digest(text)).collect::<Vec<_>>();
    let directives = of_site.split(';').filter_map(|directive| {
        let mut words = directive.split_whitespace();
        let name = words.next()?;
        let mut allowed: Vec<String> =
            words.filter(|word| *word != "'self'" && *word != "'none'").map(str::to_owned).collect();
        match name {
            "script-src" => drop(allowed.splice(0..0, digests(scripts))),
            "style-src" => drop(allowed.splice(0..0, digests(styles))),
            "connect-src" => allowed.clear(),
            _ => {}
        }
        let allowed = if allowed.is_empty() { "'none'".to_owned() } else { allowed.join(" ") };
        Some(format!("{name} {allowed}"))
    });
    directives.collect::<Vec<_>>().join("; ")
}

/// How a content policy names a script or a style (CSP Level 3, 2.3.1).
fn digest(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// `text` as an HTML parser has its lines, so that its digest is the browser's.
fn plain_lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// `text` as an attribute's value or as an element's text.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The name of a file beside the page.
fn file_name(href: &str) -> String {
    href.trim_start_matches("./").to_owned()
}

fn file<'a>(site: &'a Site, name: &str) -> Result<&'a [u8], Finding> {
    site.files.get(name).map(Vec::as_slice).ok_or_else(|| lacks(format!("`{name}`, which it names, isn't beside it")))
}

fn text<'a>(site: &'a Site, name: &str) -> Result<&'a str, Finding> {
    std::str::from_utf8(file(site, name)?).map_err(|_| lacks(format!("`{name}` isn't UTF-8")))
}

fn lacks(found: impl Into<String>) -> Finding {
    Finding::error(
        "index.html of the site",
        found,
        "Name the folder of a built site with `--site`, all of whose files are there.",
    )
}
