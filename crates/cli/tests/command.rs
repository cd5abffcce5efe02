//! The command from outside: what it prints, what it writes, and how it exits.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A folder of this test's own, gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("the folder can be made");
        Self(path)
    }

    fn run(&self, args: &[&str]) -> Ran {
        self.run_with(args, b"")
    }

    fn run_with(&self, args: &[&str], stdin: &[u8]) -> Ran {
        let mut child = Command::new(env!("CARGO_BIN_EXE_sidebyline"))
            .args(args)
            .current_dir(&self.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts");
        // A command that doesn't read its input may be gone by now.
        let _ = child.stdin.take().expect("it has an input").write_all(stdin);
        Ran(child.wait_with_output().expect("the command ends"))
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.join(name)).expect("the file is there")
    }

    fn change(&self, name: &str, from: &str, to: &str) {
        let text = String::from_utf8(self.read(name)).expect("it is UTF-8");
        assert!(text.contains(from), "{name} has no `{from}`");
        fs::write(self.0.join(name), text.replace(from, to)).expect("the file can be written");
    }

    /// A folder with the built template in it: `story/` and `story.json`.
    fn built(name: &str) -> Self {
        let folder = Self::new(name);
        assert_eq!(folder.run(&["new", "story"]).code(), 0);
        assert_eq!(folder.run(BUILD).code(), 0);
        folder
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

struct Ran(Output);

impl Ran {
    fn code(&self) -> i32 {
        self.0.status.code().expect("it wasn't killed")
    }

    fn stdout(&self) -> String {
        String::from_utf8_lossy(&self.0.stdout).into_owned()
    }

    fn stderr(&self) -> String {
        String::from_utf8_lossy(&self.0.stderr).into_owned()
    }

    fn json(&self) -> Value {
        assert_eq!(self.stderr(), "", "with --json nothing is said beside it");
        serde_json::from_slice(&self.0.stdout).expect("it is one JSON object")
    }
}

const BUILD: &[&str] = &["build", "story", "--texts", "story/texts", "-o", "story.json"];
const CHECK: &[&str] = &["check", "story.json", "--texts", "story/texts"];

#[test]
fn a_new_folder_builds_and_checks_cleanly_at_once() {
    let folder = Folder::new("fresh");
    let new = folder.run(&["new", "story"]);
    assert_eq!((new.code(), new.stderr()), (0, String::new()));
    assert!(new.stdout().contains("sidebyline build story --texts story/texts -o story.json"));
    let build = folder.run(BUILD);
    assert_eq!(build.code(), 0);
    insta::assert_snapshot!(build.stderr(), @"story.json: 2 sources, 3 events, 6 mentions, 2 quotes, 2 discrepancies");
    let check = folder.run(CHECK);
    assert_eq!((check.code(), check.stdout()), (0, String::new()));
    insta::assert_snapshot!(check.stderr(), @"nothing wrong in story.json");
}

#[test]
fn a_folder_that_is_not_empty_is_left_alone() {
    let folder = Folder::new("full");
    fs::write(folder.0.join("mine.txt"), "mine").expect("the file can be written");
    let new = folder.run(&["new", "."]);
    assert_eq!(new.code(), 2);
    insta::assert_snapshot!(new.stderr(), @r"
    error: .: the folder isn't empty.
        Name a new one; nothing is ever overwritten.
    ");
    assert_eq!(fs::read_dir(&folder.0).expect("it is there").count(), 1);
}

#[test]
fn one_file_is_made_of_the_site_that_is_there_and_only_of_a_dataset_without_errors() {
    let folder = Folder::built("single");
    let make = ["single-file", "story.json", "-o", "story.html"];
    let nowhere = folder.run(&make);
    assert_eq!(nowhere.code(), 2);
    insta::assert_snapshot!(nowhere.stderr(), @r"
    error: --site: there is no `site` beside this command and no `dist` here.
        Name the folder of a built site with `--site DIR`.
    ");
    let page = "<!--prerender:head--><!--/prerender:head--><link rel=modulepreload href=a.js><link rel=preload type=application/wasm href=a.wasm><script type=module src=b.js></script><body><!--prerender:body-->old<!--/prerender:body--></body>";
    for (name, text) in
        [("index.html", page), ("a.js", "export { a as default };"), ("a.wasm", ""), ("b.js", "carried()")]
    {
        fs::create_dir_all(folder.0.join("dist")).expect("the folder can be made");
        fs::write(folder.0.join("dist").join(name), text).expect("the file can be written");
    }
    assert_eq!(folder.run(&make).code(), 0);
    assert_eq!(folder.run(&[&make[..], &["--json"]].concat()).json()["written"], "story.html");
    assert!(String::from_utf8_lossy(&folder.read("story.html")).contains("carried()"));
    assert!(
        String::from_utf8_lossy(&folder.read("story.html")).contains("id=\"_substance\""),
        "it is prerendered, too"
    );

    folder.change("story.json", "\"kind\": \"direct\"", "\"kind\": \"loud\"");
    fs::remove_file(folder.0.join("story.html")).expect("it is there");
    let refused = folder.run(&make);
    assert_ne!(refused.code(), 0);
    assert!(refused.stderr().contains("loud"), "{}", refused.stderr());
    assert!(!folder.0.join("story.html").exists());
}

#[test]
fn a_second_build_gives_the_same_bytes_whatever_the_line_ends_of_the_sheets() {
    let folder = Folder::built("again");
    let first = folder.read("story.json");
    assert!(first.ends_with(b"}\n"));
    folder.change("story/quotes.csv", "\n", "\r\n");
    let mut sheet = b"\xEF\xBB\xBF".to_vec();
    sheet.extend(folder.read("story/mentions.csv"));
    fs::write(folder.0.join("story/mentions.csv"), sheet).expect("the file can be written");
    assert_eq!(folder.run(BUILD).code(), 0);
    assert_eq!(folder.read("story.json"), first);
}

#[test]
fn all_problems_of_all_sheets_are_reported_and_nothing_is_written() {
    let folder = Folder::new("faults");
    folder.run(&["new", "story"]);
    folder.change("story/mentions.csv", "The ferry … helicopter", "The fery … helicopter | ferry");
    folder.change("story/quotes.csv", "We are ready.", "We were ready.");
    folder.change("story/events.csv", "2025-05-07,,,", "May 7,,,");
    folder.change("story/sources.csv", "herald.txt", "heralds.txt");
    let build = folder.run(BUILD);
    assert_eq!((build.code(), build.stdout()), (1, String::new()));
    insta::assert_snapshot!(build.stderr(), @r"
    error: events.csv:3 when: `May 7` is no EDTF date.
        Write it as `2025-04-22`, `2025-04`, `2025-04-22/2025-04-24` (lasting), `[2025-04-22..2025-04-24]` (some day in between), or `2025-04-22~` (about). Spreadsheets like to rewrite dates: set the column to text.
    error: sources.csv:3 text: there is no text `heralds.txt` in story/texts.
        Did you mean `herald.txt`?
    error: mentions.csv:2 words: `The fery` doesn't stand in courier.txt.
        Nearest to it:
        courier.txt:3 `The ferry`
    error: quotes.csv:2 words: `We were ready.` doesn't stand in courier.txt.
        Nearest to it:
        courier.txt:5 `We are ready`
    4 errors in story
    Nothing was written.
    ");
    assert!(!folder.0.join("story.json").exists());

    let build = folder.run(&[BUILD, &["--json"]].concat());
    assert_eq!(build.code(), 1);
    let report = build.json();
    assert_eq!((&report["errors"], &report["written"], &report["status"]), (&4.into(), &Value::Null, &"errors".into()));
    assert_eq!(report["findings"][0]["severity"], "error");
    assert_eq!(report["findings"][0]["place"], "events.csv:3 when");
}

#[test]
fn a_rule_that_the_result_breaks_leads_back_to_its_row() {
    let folder = Folder::new("rules");
    folder.run(&["new", "story"]);
    folder.change("story/quotes.csv", "“repaired and tested”", "“repaired and mended”");
    let build = folder.run(BUILD);
    assert_eq!(build.code(), 1);
    insta::assert_snapshot!(build.stderr(), @r"
    error: quotes.csv:3 ($.quotes[1].content): the fragment “repaired and tested” doesn't stand in the content in typographic quotation marks.
        Put it into the paraphrase, as the text has it.
    error: quotes.csv:3 ($.quotes[1].content): “repaired and mended” stands in quotation marks and is no passage of the quote.
        Name it in `words`, or take the marks off: between them stand the source's words only.
    2 errors in story
    Nothing was written.
    ");
}

#[test]
fn a_text_is_found_under_any_name_and_other_bytes_are_a_warning() {
    let folder = Folder::built("texts");
    fs::rename(folder.0.join("story/texts/courier.txt"), folder.0.join("story/texts/x")).expect("it can be renamed");
    assert_eq!(folder.run(CHECK).code(), 0);
    folder.change("story/texts/x", "“", "\"");
    let check = folder.run(CHECK);
    assert_eq!(check.code(), 0);
    insta::assert_snapshot!(check.stderr(), @r"
    warning: $.sources[0].digest.raw: the text has other bytes than the one this was made from.
        Its words are the same; offsets may be off. Take the original file to check them.
    1 warning in story.json
    ");
    fs::remove_file(folder.0.join("story/texts/x")).expect("it can be removed");
    let check = folder.run(CHECK);
    assert_eq!(check.code(), 1);
    insta::assert_snapshot!(check.stderr(), @r"
    error: $.sources[0]: the text of source `courier` isn't there.
        Put the file with these words into the folder of texts.
    1 error in story.json
    ");
    assert_eq!(folder.run(&["stats", "story.json", "--texts", "story/texts"]).code(), 1);
}

#[test]
fn in_a_text_that_has_changed_each_passage_is_told() {
    let folder = Folder::built("changed");
    folder.change("story/texts/courier.txt", "“We are ready.”", "\"We are steady.\"");
    folder.change("story/texts/courier.txt", "helicopter", "plane");
    let check = folder.run(CHECK);
    assert_eq!(check.code(), 1);
    insta::assert_snapshot!(check.stderr(), @r"
    error: $.sources[0].digest.canonical: the text has other words than the one this was made from.
        Take the original text, or build the file anew.
    warning: $.sources[0]: 9 of 9 passages have a place in the text, 9 of them in order.
    error: $.events[0].mentions[0].passages[1]: line 3 has something like it, the same to 49 % (the next best place to 0 %): `The ferry between the mainland … for the doctor, by plane`.
        See whether the text was corrected there, and name its words in the sheet.
    error: $.quotes[0].passages[1]: line 5 has something like it, the same to 85 % (the next best place to 46 %): `We are steady.`.
        See whether the text was corrected there, and name its words in the sheet.
    3 errors, 1 warning in story.json
    ");
}

#[test]
fn a_dataset_is_read_from_stdin_and_reported_to_machines() {
    let folder = Folder::built("stdin");
    let check = folder.run_with(&["check", "-", "--json"], &folder.read("story.json"));
    assert_eq!(check.code(), 0);
    assert_eq!(check.json(), serde_json::json!({"status": "clean", "errors": 0, "warnings": 0, "findings": []}));
    let check = folder.run_with(&["check", "-", "--json"], b"<html>");
    assert_eq!((check.code(), &check.json()["status"]), (2, &"unusable".into()));
}

#[test]
fn what_cannot_be_used_exits_with_2() {
    let folder = Folder::new("unusable");
    assert_eq!(folder.run(&["check", "nowhere.json"]).code(), 2);
    assert_eq!(folder.run(&["build", "nowhere", "--texts", ".", "-o", "x.json"]).code(), 2);
    assert_eq!(folder.run(&["paint"]).code(), 2);
    assert_eq!(folder.run(&[]).code(), 2);
    let check = folder.run_with(&["check", "-"], b"{");
    assert_eq!((check.code(), check.stdout()), (2, String::new()));
    insta::assert_snapshot!(check.stderr(), @r"
    error: stdin line 1, column 1: the file ends in the middle.
        It may have been cut off on the way: load it again.
    ");
}

#[test]
fn stats_are_tables_for_people_and_numbers_for_machines() {
    let folder = Folder::built("stats");
    let stats = folder.run(&["stats", "story.json", "--texts", "story/texts"]);
    assert_eq!((stats.code(), stats.stderr()), (0, String::new()));
    insta::assert_snapshot!(stats.stdout(), @r"
      sources             2
      events              3
      of them background  0
      mentions            6
      quotes              2
      speakers            1
      variants            1
      discrepancies       2

    Events by number of sources
      in 2 sources  3

    Mentions by status
      occurred  4
      planned   2

    Mentions by basis
      own       3
      official  2
      named     1

    Quotes by kind
      direct  1
      mixed   1

    Quotes by speaker
      brandt  2

    Discrepancies by dimension
      number  1
      date    1

    Discrepancies by nature
      contradiction  2

    By source
               coded  events  alone  mentions  quotes  skipped  notes  reproduced  outside speech
      courier   full       3      0         3       1        1      1      27.1 %          13.3 %
      herald    full       3      0         3       1        0      0      17.2 %          14.0 %
    ");
    let stats = folder.run(&["stats", "story.json", "--json"]).json();
    assert_eq!(stats["events_by_sources"], serde_json::json!({"2": 3}));
    assert_eq!(stats["quotes_by_kind"], serde_json::json!({"direct": 1, "mixed": 1}));
    assert_eq!(stats["by_source"][0]["events"], 3);
}

#[test]
fn the_schema_is_json_and_names_the_parts_of_a_dataset() {
    let schema = Folder::new("schema").run(&["schema"]);
    assert_eq!(schema.code(), 0);
    assert!(schema.json()["properties"]["discrepancies"].is_object());
}

#[test]
fn quiet_says_what_is_wrong_and_nothing_else() {
    let folder = Folder::new("quiet");
    let new = folder.run(&["new", "-q", "story"]);
    assert_eq!((new.stdout(), new.stderr()), (String::new(), String::new()));
    let build = folder.run(&[BUILD, &["-q"]].concat());
    assert_eq!((build.code(), build.stderr()), (0, String::new()));
    folder.change("story/quotes.csv", "We are ready.", "We were ready.");
    let build = folder.run(&[BUILD, &["-q"]].concat());
    assert_eq!(build.stderr().lines().filter(|line| !line.starts_with(' ')).count(), 1);
}

const EXPORT: &[&str] = &["export", "story.json", "--date", "2026-11-22"];

#[test]
fn a_view_is_exported_as_a_table_and_it_is_told_how_much_that_is() {
    let folder = Folder::built("export");
    let view = ["--view", "https://example.org/story/?view=quotes&kind=direct", "-o", "out/quotes.csv"];
    let export = folder.run(&[EXPORT, &view].concat());
    assert_eq!((export.code(), export.stdout()), (0, String::new()));
    insta::assert_snapshot!(export.stderr(), @"out/quotes.csv: 1 of 3 events, 2 mentions, 1 quote, 0 discrepancies (kind of quote: direct)");
    let written = folder.read("out/quotes.csv");
    let mut table = csv::Reader::from_reader(&written[..]);
    let header = table.headers().expect("there is a header").clone();
    let rows: Vec<csv::StringRecord> = table.records().map(|row| row.expect("it is a row")).collect();
    let cell = |name: &str| &rows[0][header.iter().position(|column| column == name).expect("it is a column")];
    assert_eq!(
        (rows.len(), cell("verbatim"), cell("filter")),
        (1, "The engine has been repaired and tested | We are ready.", "kind of quote: direct")
    );
    assert_eq!(cell("view"), "https://example.org/story/?view=quotes&kind=direct");
    assert_eq!(cell("permalink"), format!("https://example.org/story/?view=quotes#{}", cell("quote")));
    assert_eq!((cell("dataset_digest").len(), cell("accessed")), (7 + 64, "2026-11-22"));
}

#[test]
fn an_exported_dataset_passes_the_check() {
    let folder = Folder::built("excerpt");
    for view in
        ["", "q=ferry", "kind=direct", "status=planned&source=-herald", "view=compare&rows=differences", "reporters=7"]
    {
        let export = folder.run(&[EXPORT, &["--as", "json", "--view", view, "-o", "excerpt.json"]].concat());
        if view == "reporters=7" {
            assert_eq!(export.code(), 1, "{}", export.stderr());
            continue;
        }
        assert_eq!(export.code(), 0, "{}", export.stderr());
        let check = folder.run(&["check", "excerpt.json", "--texts", "story/texts"]);
        assert_eq!((check.code(), check.stderr().as_str()), (0, "nothing wrong in excerpt.json\n"), "{view}");
    }
}

#[test]
fn what_the_view_names_and_the_dataset_lacks_is_an_error_and_nothing_is_written() {
    let folder = Folder::built("lacking");
    let export = folder.run(&[EXPORT, &["--view", "kind=derect&speeker=brandt", "-o", "out.csv"]].concat());
    assert_eq!((export.code(), export.stdout()), (1, String::new()));
    insta::assert_snapshot!(export.stderr(), @r"
    error: --view: no parameter is called `speeker`.
        Did you mean `speaker`?
    error: --view: the dataset has no `derect` for `kind`.
        Did you mean `direct`?
    2 errors in story.json
    Nothing was written.
    ");
    assert!(!folder.0.join("out.csv").exists());
}

#[test]
fn every_form_is_printed_and_machines_are_told_what_it_holds() {
    let folder = Folder::built("forms");
    for form in ["csv", "json", "markdown", "annotations", "bibtex", "csl", "text"] {
        let export = folder.run(&[EXPORT, &["--as", form]].concat());
        assert_eq!((export.code(), export.stderr()), (0, String::new()), "{form}");
        assert!(export.stdout().ends_with('\n') && export.stdout().len() > 100, "{form}");
        let told = folder.run(&[EXPORT, &["--as", form, "--json"]].concat()).json();
        assert_eq!((&told["content"], &told["quotes"]), (&export.stdout().into(), &2.into()), "{form}");
    }
    let bom = folder.run(&[EXPORT, &["--bom", "--table", "mentions"]].concat()).stdout();
    assert!(bom.starts_with("\u{feff}mention,event,"));
}

#[test]
fn options_that_make_no_sense_are_refused() {
    let folder = Folder::built("senseless");
    for options in [
        &["--as", "json", "--table", "quotes"][..],
        &["--as", "text", "--bom"],
        &["--root", "example.org"],
        &["--date", "yesterday"],
        &["--as", "pdf"],
    ] {
        let export = folder.run(&[&EXPORT[..2], options].concat());
        assert_eq!((export.code(), export.stdout()), (2, String::new()), "{options:?}");
    }
}

/// A folder with a site in it that shows `story.json`, as far as the command knows a site.
fn with_site(name: &str) -> Folder {
    let folder = Folder::built(name);
    let page = "<!DOCTYPE html><html><head><!--prerender:head--><title>Site</title><!--/prerender:head-->\
        <meta name=\"dataset\" content=\"story\"></head><body><!--prerender:body--><!--/prerender:body--></body></html>";
    fs::create_dir_all(folder.0.join("site/data")).expect("the folder can be made");
    fs::write(folder.0.join("site/index.html"), page).expect("the file can be written");
    fs::copy(folder.0.join("story.json"), folder.0.join("site/data/story.json")).expect("the file can be copied");
    folder
}

const PRERENDER: &[&str] = &["prerender", "story.json", "--site", "site"];

#[test]
fn a_dataset_is_prerendered_into_a_site_with_a_page_for_each_event_and_difference() {
    let folder = with_site("prerender");
    let run = folder.run(PRERENDER);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let json: Value = serde_json::from_slice(&folder.read("story.json")).expect("it is JSON");
    let text = |name: &str| String::from_utf8(folder.read(name)).expect("it is UTF-8");
    let index = text("site/index.html");
    for (list, at) in [("events", "event"), ("discrepancies", "difference")] {
        for item in json[list].as_array().expect("it is a list") {
            let id = item["id"].as_str().expect("it has an id");
            assert!(index.contains(&format!("id=\"{id}\"")), "{id} is on the first page");
            let page = text(&format!("site/{at}/{id}/index.html"));
            assert!(
                page.contains(&format!("<meta name=\"item\" content=\"{id}\">"))
                    && page.contains("<base href=\"../../\">")
            );
        }
    }
    assert!(!index.contains("canonical") && !folder.0.join("site/sitemap.xml").exists());
    // Once more, and it is the same.
    assert_eq!(folder.run(PRERENDER).code(), 0);
    assert_eq!(text("site/index.html"), index);
}

#[test]
fn prerendering_packs_the_dataset_under_a_name_that_tells_of_which_it_was_made() {
    let folder = with_site("prerender-pack");
    let packs = || -> Vec<String> {
        let entries = fs::read_dir(folder.0.join("site/data")).expect("it is there");
        let names = entries.map(|entry| entry.expect("it is there").file_name().to_string_lossy().into_owned());
        names.filter(|name| name.ends_with(".sidebyline")).collect()
    };
    fs::write(folder.0.join("site/data/story-mine.sidebyline"), "mine").expect("it can be written");
    assert_eq!(folder.run(PRERENDER).code(), 0);
    let before = packs();
    for file in ["story.json", "site/data/story.json"] {
        folder.change(file, "\"title\": \"", "\"title\": \"Anew: ");
    }
    assert_eq!(folder.run(PRERENDER).code(), 0);
    let mut after = packs();
    after.sort();
    let [ours, mine] = &after[..] else { panic!("{after:?}") };
    assert_eq!(mine, "story-mine.sidebyline");
    assert!(!before.contains(ours) && before.len() == 2);
    let json: Value = serde_json::from_slice(&folder.read("story.json")).expect("it is JSON");
    let event = json["events"][0]["id"].as_str().expect("it has an id");
    for page in ["site/index.html".into(), format!("site/event/{event}/index.html")] {
        let html = String::from_utf8(folder.read(&page)).expect("it is UTF-8");
        assert!(html.contains(&format!("<meta name=\"packed\" content=\"data/{ours}\">")), "{page}");
    }
    assert_eq!(folder.run(&["unpack", &format!("site/data/{ours}"), "-o", "back.json"]).code(), 0);
    assert_eq!(folder.read("back.json"), folder.read("story.json"));
}

#[test]
fn a_dataset_is_packed_and_comes_back_to_the_byte() {
    let folder = Folder::built("pack");
    let pack = folder.run(&["pack", "story.json", "-o", "story.sidebyline"]);
    assert_eq!(pack.code(), 0, "{}", pack.stderr());
    assert!(pack.stderr().starts_with("story.sidebyline: ") && pack.stderr().contains(" KB of "), "{}", pack.stderr());
    assert!(folder.read("story.sidebyline").len() * 2 < folder.read("story.json").len());
    let unpack = folder.run(&["unpack", "story.sidebyline", "-o", "back.json"]);
    insta::assert_snapshot!(unpack.stderr(), @"back.json: to the byte what was packed");
    assert_eq!(folder.read("back.json"), folder.read("story.json"));
    // What reads a dataset reads a pack.
    assert_eq!(folder.run(&["stats", "story.sidebyline"]).stdout(), folder.run(&["stats", "story.json"]).stdout());
    assert_eq!(folder.run(&["check", "story.sidebyline", "--texts", "story/texts"]).code(), 0);
    assert_eq!(folder.run_with(&["check", "-"], &folder.read("story.sidebyline")).code(), 0);
    let export = |file| folder.run(&["export", file, "--as", "csv", "--table", "quotes"]).stdout();
    assert_eq!(export("story.sidebyline"), export("story.json"));
}

#[test]
fn packs_go_through_pipes() {
    let folder = Folder::built("pack-piped");
    let json = folder.read("story.json");
    assert_eq!(folder.run(&["pack", "story.json", "-o", "story.sidebyline"]).code(), 0);
    let pack = folder.run_with(&["pack", "-", "-o", "-"], &json);
    assert_eq!(pack.code(), 0);
    assert!(pack.stderr().starts_with("stdout: "), "{}", pack.stderr());
    assert!(pack.0.stdout == folder.read("story.sidebyline"), "it is the same pack");
    let unpack = folder.run_with(&["unpack", "-", "-o", "-", "--quiet"], &pack.0.stdout);
    assert_eq!((unpack.code(), unpack.stderr().as_str()), (0, ""));
    assert!(unpack.0.stdout == json, "it is the same JSON");
    let both = folder.run(&["pack", "story.json", "-o", "-", "--json"]);
    assert_eq!(both.code(), 2);
    assert!(both.stdout().contains("both the file and the JSON object should go there"), "{}", both.stdout());
}

#[test]
fn dense_json_and_json_without_a_line_break_come_back_to_the_byte() {
    let folder = Folder::built("pack-dense");
    let pretty = String::from_utf8(folder.read("story.json")).expect("it is UTF-8");
    let export = folder.run(&["export", "story.json", "--as", "json"]).stdout();
    let dense = dense(&pretty);
    for json in [pretty.trim_end(), &dense, &format!("{dense}\n"), &export] {
        fs::write(folder.0.join("other.json"), json).expect("it can be written");
        assert_eq!(folder.run(&["pack", "other.json", "-o", "other.sidebyline"]).code(), 0);
        assert_eq!(folder.run(&["unpack", "other.sidebyline", "-o", "back.json", "--json"]).json()["exact"], true);
        assert!(folder.read("back.json") == json.as_bytes());
    }
}

/// JSON without the spaces between its parts.
fn dense(pretty: &str) -> String {
    pretty.lines().map(str::trim_start).collect::<String>().replace("\": ", "\":")
}

#[test]
fn a_file_in_another_order_and_one_that_begins_with_a_mark_are_read_as_well() {
    let folder = Folder::built("other-order");
    folder.change("story.json", "\"source\": \"courier\"", "\"source\": \"currier\"");
    let told = folder.run(&["check", "story.json"]);
    assert_eq!(told.code(), 1);
    let json = String::from_utf8(folder.read("story.json")).expect("it is UTF-8");
    // Keys in the order of the alphabet: events and quotes before the sources that they name.
    let sorted = serde_json::from_str::<Value>(&json).expect("it is JSON").to_string();
    for other in [sorted.clone(), format!("\u{feff}{json}"), format!("\u{feff}{sorted}")] {
        fs::write(folder.0.join("story.json"), other).expect("it can be written");
        assert_eq!(folder.run(&["check", "story.json"]).stderr(), told.stderr());
        let piped = folder.run_with(&["check", "-"], &folder.read("story.json"));
        assert_eq!(piped.stderr().replace("stdin", "story.json"), told.stderr());
        assert_eq!(folder.run(&["pack", "story.json", "-o", "story.sidebyline"]).code(), 1);
    }
}

#[test]
fn what_was_written_by_hand_comes_back_with_the_same_values() {
    let folder = Folder::built("pack-by-hand");
    folder.change("story.json", "\"format\":", "\"colour\": {\"deep\": [1.0, null]},   \"format\":");
    assert_eq!(folder.run(&["pack", "story.json", "-o", "story.sidebyline"]).code(), 0);
    let unpack = folder.run(&["unpack", "story.sidebyline", "-o", "back.json"]);
    insta::assert_snapshot!(unpack.stderr(), @"back.json: the same data as what was packed, in other spaces or another order");
    assert_eq!(folder.run(&["unpack", "story.sidebyline", "-o", "back.json", "--json"]).json()["exact"], false);
    let value = |name: &str| serde_json::from_slice::<Value>(&folder.read(name)).expect("it is JSON");
    assert_eq!(value("back.json"), value("story.json"));
}

#[test]
fn a_dataset_of_which_something_is_left_out_is_not_packed() {
    let folder = Folder::built("pack-refused");
    folder.change("story.json", "\"source\": \"courier\"", "\"source\": \"currier\"");
    let pack = folder.run(&["pack", "story.json", "-o", "story.sidebyline"]);
    assert_eq!(pack.code(), 1);
    assert!(pack.stderr().contains("there is no source `currier`") && pack.stderr().contains("Nothing was written."));
    assert!(pack.stderr().contains("Did you mean `courier`?"), "{}", pack.stderr());
    assert!(!folder.0.join("story.sidebyline").exists());
}

#[test]
fn a_pack_that_cannot_be_read_says_why() {
    let folder = Folder::built("pack-damaged");
    assert_eq!(folder.run(&["pack", "story.json", "-o", "story.sidebyline"]).code(), 0);
    let pack = folder.read("story.sidebyline");
    let unpack = |bytes: &[u8]| {
        fs::write(folder.0.join("bad.sidebyline"), bytes).expect("it can be written");
        let ran = folder.run(&["unpack", "bad.sidebyline", "-o", "back.json"]);
        assert_eq!(ran.code(), 2);
        ran.stderr()
    };
    insta::assert_snapshot!(unpack(&pack[..100]), @r"
    error: bad.sidebyline after 100 bytes: the file ends in the middle.
        It may have been cut off on the way: load it again.
    ");
    let newer = [&pack[..8], &[3], &pack[9..]].concat();
    insta::assert_snapshot!(unpack(&newer), @r"
    error: bad.sidebyline the file's first bytes: the file is a pack of the newer version 3; this program reads up to 2.
        Update Sidebyline, or ask for the data as JSON.
    ");
    let changed = [&pack[..200], &[!pack[200]], &pack[201..]].concat();
    insta::assert_snapshot!(unpack(&changed), @r"
    error: bad.sidebyline the pack: the file is damaged.
        It may have been changed on the way: load it again, or have it packed anew.
    ");
    insta::assert_snapshot!(unpack(b"{}"), @r"
    error: bad.sidebyline: it is no pack.
        Name a file that `sidebyline pack` has made; JSON needs no unpacking.
    ");
}

#[test]
fn prerendering_again_replaces_what_was_there() {
    let folder = with_site("prerender-again");
    let page = |path: &str| folder.0.join("site/event").join(path).exists();
    assert_eq!(folder.run(&[PRERENDER, &["--base-url", "https://example.org/story"]].concat()).code(), 0);
    assert!(
        String::from_utf8_lossy(&folder.read("site/sitemap.xml")).contains("<loc>https://example.org/story/event/")
    );
    let json: Value = serde_json::from_slice(&folder.read("story.json")).expect("it is JSON");
    let id = json["events"][0]["id"].as_str().expect("it has an id").to_owned();
    assert!(page(&id));
    fs::create_dir_all(folder.0.join("site/event/mine")).expect("the folder can be made");
    fs::write(folder.0.join("site/event/mine/index.html"), "<p>A page of somebody else").expect("it can be written");
    for file in ["story.json", "site/data/story.json"] {
        folder.change(file, &format!("\"{id}\""), "\"called-otherwise\"");
        folder.change(file, "\"title\": \"", "\"title\": \"Anew: ");
    }
    let again = folder.run(PRERENDER);
    assert_eq!(again.code(), 0, "{}", again.stderr());
    assert!(!page(&id) && page("called-otherwise/index.html") && page("mine/index.html"));
    assert!(String::from_utf8_lossy(&folder.read("site/index.html")).contains("<title>Anew: "));
    assert!(!folder.0.join("site/sitemap.xml").exists(), "without an address there is no sitemap");
}

#[test]
fn a_site_that_shows_something_else_or_is_none_is_left_alone() {
    let folder = with_site("prerender-other");
    let before = folder.read("site/index.html");
    folder.change("story.json", "\"title\": \"", "\"title\": \"Other: ");
    let run = folder.run(PRERENDER);
    assert_eq!(run.code(), 2);
    assert!(run.stderr().contains("Copy the dataset to"), "{}", run.stderr());
    assert_eq!(folder.run(&["prerender", "story.json", "--site", "story"]).code(), 2);
    assert_eq!(folder.run(&[PRERENDER, &["--base-url", "example.org"]].concat()).code(), 2);
    assert_eq!(folder.read("site/index.html"), before);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sidebyline"))
        .arg("schema")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    drop(child.stdout.take());
    let ended = child.wait_with_output().expect("the command ends");
    assert_eq!((ended.status.code(), ended.stderr), (Some(0), Vec::new()));
}

#[test]
fn help_has_examples_and_tells_the_exit_codes() {
    let folder = Folder::new("help");
    assert!(folder.run(&["--help"]).stdout().contains("Exit codes: 0 clean, or warnings only"));
    for command in ["new", "build", "check", "export", "pack", "prerender", "schema", "stats", "unpack"] {
        let help = folder.run(&[command, "--help"]);
        assert_eq!(help.code(), 0);
        assert!(help.stdout().contains("Example"), "{command} has no example");
    }
    assert!(folder.run(&["--version"]).stdout().starts_with("sidebyline "));
}

/// The browser tests give this file to a JSON-LD processor; see `e2e/tests/annotations.spec.ts`.
#[test]
fn the_annotations_that_a_processor_has_read_are_those_that_are_written() {
    let folder = Folder::new("annotations");
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    let dataset = fixtures.join("harbour.json").display().to_string();
    let options = ["--as", "annotations", "--root", "https://example.org/story/", "--date", "2026-11-22"];
    let export = folder.run(&[&["export", &dataset][..], &options].concat());
    let kept = fs::read_to_string(fixtures.join("harbour-annotations.jsonld")).expect("it is there");
    assert!(
        export.stdout() == kept,
        "write it anew: sidebyline export tests/fixtures/harbour.json {} -o tests/fixtures/harbour-annotations.jsonld",
        options.join(" ")
    );
}
