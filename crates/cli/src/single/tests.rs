use super::*;

const PAGE: &str = r#"<!DOCTYPE html>
<html lang="en"><head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'">
<meta name="description" content="Old words">
<title>Old title</title>
<link rel="icon" type="image/svg+xml" href="icon.svg">
<link rel="canonical" href="https://old.example/">
<meta name="dataset" content="old"><meta name="pages" content="event difference">
<link rel="stylesheet" href="./a.css"/>
<meta name="later-styles" content="later.css">
<script src="./early.js"></script>
<script src="./boot.js" type="module"></script>
<link rel="modulepreload" href="./app.js" crossorigin><link rel="preload" href="./app_bg.wasm" as="fetch" type="application/wasm">
</head><body><p>Words</p></body></html>
"#;

fn site() -> Site {
    let files: [(&str, &[u8]); 8] = [
        ("a.css", b"p::before { content: \"</style>\" }\r\n"),
        ("later.css", b"a {}"),
        ("icon.svg", b"<svg/>"),
        ("early.js", b"early()"),
        ("boot.js", b"carried()"),
        ("app.js", b"const a = \"</script><!--\", start = 1; export { b, a as default };\n"),
        ("app_bg.wasm", b"\0asm"),
        ("later-1.wasm", b"\0asm1"),
    ];
    Site { page: PAGE.into(), files: files.map(|(name, bytes)| (name.into(), bytes.to_vec())).into() }
}

const DATA: &[u8] = b"{\"title\": \"</script><!--\"}";

fn made() -> String {
    page(&site(), DATA).expect("the site is whole")
}

/// Everything that the page's elements say under these attributes.
fn addresses(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let read = rewrite::<()>(html, |element| {
        found.extend(["href", "src"].iter().filter_map(|name| element.get(name)).map(str::to_owned));
        Ok(None)
    });
    assert!(read.is_ok());
    found
}

#[test]
fn nothing_in_the_page_leads_out_of_it() {
    let html = made();
    assert_eq!(addresses(&html), ["data:image/svg+xml;base64,PHN2Zy8+"]);
    for gone in ["src=", "<link rel=\"preload", "canonical", "name=\"pages\"", "later-styles"] {
        assert!(!html.contains(gone), "{gone}");
    }
    assert!(html.contains("<p>Words</p>") && html.ends_with("</body></html>\n"));
}

#[test]
fn program_and_dataset_are_carried_to_the_byte() {
    let html = made();
    for (name, bytes) in [("app_bg.wasm", &b"\0asm"[..]), ("later-1.wasm", b"\0asm1"), ("data/dataset.json", DATA)] {
        let (_, after) = html.split_once(&format!("data-file=\"{name}\">")).expect("it is there");
        let (encoded, _) = after.split_once("</script>").expect("it ends");
        assert_eq!(STANDARD.decode(encoded).as_deref(), Ok(bytes), "{name}");
    }
    assert!(html.contains("<meta name=\"dataset\" content=\"dataset\">") && html.contains("fetch(\"app_bg.wasm\")"));
    assert!(html.contains("<script type=\"module\">carried()</script>"), "what starts it is as it is on a site");
}

#[test]
fn no_text_ends_the_element_that_it_stands_in() {
    let html = made();
    assert!(html.contains(r#"const a = "<\/script>\x3c!--""#) && html.contains(r#"content: "<\/style>""#));
    assert_eq!(html.matches("<script").count(), html.matches("</script>").count());
}

#[test]
fn the_policy_allows_the_page_s_own_script_and_styles_by_their_digest_and_no_connection() {
    let html = made();
    let scripts: Vec<&str> =
        html.split("<script>").skip(1).chain(html.split("<script type=\"module\">").skip(1)).collect();
    let scripts: Vec<String> = scripts.iter().filter_map(|text| text.split("</script>").next()).map(digest).collect();
    assert_eq!(scripts.len(), 3, "one before anything is painted, the program, and what starts it");
    let styles = ["p::before { content: \"<\\/style>\" }\n", "a {}"].map(digest).join(" ");
    let script = scripts.join(" ");
    assert!(html.contains(&format!(
        "content=\"default-src 'none'; script-src {script} 'wasm-unsafe-eval'; style-src {styles}; img-src data:; connect-src 'none'; base-uri 'none'\""
    )));
}

#[test]
fn the_default_export_is_found_however_it_is_written() {
    assert_eq!(without_export("a;export{te as default};\n"), Some(("a;", "te")));
    assert_eq!(without_export("a; export { initSync, __wbg_init as default };"), Some(("a; ", "__wbg_init")));
    assert_eq!(without_export("a; export { b };"), None);
    assert_eq!(without_export("a"), None);
}

#[track_caller]
fn check_refused(site: &Site, found: &str) {
    let finding = page(site, DATA).expect_err("something is missing");
    assert!(finding.found.contains(found), "{finding}");
}

#[test]
fn a_site_that_lacks_something_is_refused_with_its_name() {
    for name in ["a.css", "later.css", "icon.svg", "early.js", "app.js", "app_bg.wasm"] {
        let mut site = site();
        site.files.remove(name);
        check_refused(&site, name);
    }
    let mut older = site();
    older.files.insert("boot.js".into(), b"boot()".to_vec());
    check_refused(&older, "another version");
    check_refused(&Site { page: "<p>Hello</p>".into(), ..site() }, "no program");
    check_refused(&Site { page: PAGE.replace("</body>", ""), ..site() }, "body");
}
