//! Has a large file read by a worker, so that the page is free meanwhile; where a page may have none, it reads in turns.
//!
//! The worker runs the same program, which `reader.js` starts there. It asks for piece after piece of the file, and hands
//! over what it has read as a pack: bytes that cost nothing to pass on, and little to open.
//!
//! | from the page | what it is |
//! | --- | --- |
//! | a list | the script and the program; then how long the file is, if that is known, and how much of the beginning is shown |
//! | bytes | a piece of the file, of which none is empty |
//! | nothing | that was all |
//! | a file | the whole of it |
//!
//! | from the worker | what it is |
//! | --- | --- |
//! | `begun` | it listens |
//! | `more` | so many more pieces may come |
//! | `whole` | it needs all of the file once more |
//! | `title`, `first` | what comes first in it |
//! | `here` | how far it is, in thousandths |
//! | `read` | the pack, and what had to be left out |
//! | `unreadable` | what is wrong with the file |
//! | `broken` | it can't go on |

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::{Future, poll_fn, ready};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use js_sys::{Array, Function, Object, Reflect, Uint8Array, global};
use leptos::prelude::document;
use sidebyline_dataset::pack::{Sums, handed_over};
use sidebyline_dataset::{Bytes, Dataset, Finding, Severity, Soon, model};
use sidebyline_query::Index;
use sidebyline_turns::{Turns, pause};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Event, MessagePort, Performance};

use super::coming::{self, Coming};
use super::is_here;
use super::progress::{First, HALF, room, tell, tell_first, tell_title};
use super::reading::{TURN, breathe};

/// What has as many bytes is large: to read it takes as long as to start a worker.
const LARGE: usize = 1 << 19;
/// As many pieces may be on their way to the worker: some megabytes, where the line is quick.
const ON_THE_WAY: usize = 32;
/// As many more are asked for at once.
const MORE: usize = 8;
/// So much of the second half of the bar is the worker's, in thousandths; the rest is to open what it hands over.
const ITS_SHARE: usize = 900;

/// Messages that have come and weren't looked at.
#[derive(Clone, Default)]
struct Inbox(Rc<RefCell<(VecDeque<JsValue>, Option<Waker>)>>);

impl Inbox {
    fn put(&self, message: JsValue) {
        let mut inbox = self.0.borrow_mut();
        inbox.0.push_back(message);
        let waker = inbox.1.take();
        drop(inbox);
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// The next message.
    async fn next(&self) -> JsValue {
        poll_fn(|context| {
            let mut inbox = self.0.borrow_mut();
            let next = inbox.0.pop_front();
            if next.is_none() {
                inbox.1 = Some(context.waker().clone());
            }
            next.map_or(Poll::Pending, Poll::Ready)
        })
        .await
    }
}

/// What hears messages, and errors.
type Listening = Closure<dyn FnMut(Event)>;

fn listening(mut hear: impl FnMut(JsValue) + 'static) -> Listening {
    Closure::new(move |event: Event| hear(field(&event, "data")))
}

fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

fn set(of: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(of, &name.into(), value); // none of them is fixed
}

fn text(message: &Array, at: u32) -> String {
    message.get(at).as_string().unwrap_or_default()
}

#[expect(clippy::cast_sign_loss, reason = "none is negative")]
fn number(message: &Array, at: u32) -> Option<usize> {
    message.get(at).as_f64().map(|number| number as usize)
}

/// A file that ends here as soon as it is known to be large, if there may be a worker for it.
pub struct Small<'a> {
    file: &'a mut Coming,
    may_be_held: bool,
}

impl<'a> Small<'a> {
    /// All of a file, if it isn't large or there is no worker.
    pub fn new(file: &'a mut Coming) -> Self {
        Self { file, may_be_held: means().is_some() }
    }

    /// Whether it is for a worker to read.
    pub fn is_held(&self) -> bool {
        self.may_be_held && self.file.at_least() >= LARGE
    }
}

impl Bytes for Small<'_> {
    fn here(&self) -> &[u8] {
        self.file.here()
    }

    fn more(&mut self, done: usize) -> Soon<'_, bool> {
        if self.is_held() { Box::pin(ready(false)) } else { self.file.more(done) }
    }

    fn length(&self) -> Option<usize> {
        self.file.length()
    }

    fn whole(&mut self) -> Soon<'_, Cow<'_, [u8]>> {
        Box::pin(async {
            // It may turn out to be large while it comes.
            while !self.is_held() {
                if !self.file.more(self.file.here().len()).await {
                    return self.file.whole().await;
                }
            }
            Cow::default()
        })
    }
}

/// A worker that the page has. It ends with this.
///
/// To the program a worker is a port: what is only called here would otherwise have its place in what every page loads first.
struct Reader {
    worker: MessagePort,
    inbox: Inbox,
    _listening: [Listening; 2],
}

impl Drop for Reader {
    fn drop(&mut self) {
        if let Ok(end) = field(&self.worker, "terminate").dyn_into::<Function>() {
            let _ = end.call0(&self.worker);
        }
    }
}

/// What makes a worker, its script, and that of the program: none where the page can't have one. A page from a disk or in a
/// sandbox has no origin that could have one, and a page in one file has no script for it.
fn means() -> Option<(Function, String, String)> {
    let of = |selector, name| field(document().query_selector(selector).ok()??.as_ref(), name).as_string();
    is_here(&field(&global(), "origin").as_string()?).then_some(())?;
    let maker = field(&global(), "Worker").dyn_into().ok()?;
    Some((maker, of("meta[name=reader]", "content")?, of("link[rel=modulepreload]", "href")?))
}

impl Reader {
    /// One that has begun; none if it can't begin.
    async fn start(file: &Coming) -> Option<Self> {
        let (maker, script, glue) = means()?;
        let options = Object::new();
        set(&options, "type", &"module".into());
        let worker = Reflect::construct(&maker, &Array::of2(&script.into(), &options)).ok()?;
        let worker: MessagePort = worker.unchecked_into();
        let (inbox, progress) = (Inbox::default(), file.progress());
        let into = inbox.clone();
        let hear = listening(move |message| {
            // What is shown at once needn't wait until a piece of the file has come.
            let told: &Array = message.unchecked_ref();
            match (text(told, 0).as_str(), progress) {
                ("here", Some(progress)) => {
                    let here = number(told, 1).unwrap_or_default() * ITS_SHARE / 1000;
                    tell(progress, HALF + here, Some(2 * HALF));
                }
                ("title", Some(progress)) => tell_title(progress, &text(told, 1)),
                ("first", Some(progress)) => {
                    let (when, words, language) = (text(told, 1), text(told, 2), text(told, 3));
                    tell_first(progress, First { when, words, language, by: told.get(4).as_string() });
                }
                ("here" | "title" | "first", None) => {}
                _ => into.put(message),
            }
        });
        let into = inbox.clone();
        let fail = listening(move |_| into.put(Array::of1(&"broken".into()).into()));
        worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        set(&worker, "onerror", fail.as_ref());
        let reader = Self { worker, inbox, _listening: [hear, fail] };
        reader.send(&Array::of2(&glue.into(), &wasm_bindgen::module()));
        let begun = text(&reader.heard().await, 0) == "begun";
        let length = file.length().map_or(JsValue::NULL, JsValue::from);
        reader.send(&Array::of2(&length, &progress.map_or(0, room).into()));
        begun.then_some(reader)
    }

    fn send(&self, message: &JsValue) {
        // Only what can't be copied is refused, and all of this can.
        let _ = self.worker.post_message(message);
    }

    async fn heard(&self) -> Array {
        self.inbox.next().await.unchecked_into()
    }
}

/// A pack with its checksums, and what had to be left out of it.
type Read = ((Vec<u8>, Sums), Vec<Finding>);

/// Has a worker read a file; none if it can't, or the file broke off.
pub async fn read(file: &mut Coming, turns: &dyn Turns) -> Option<Result<Read, Finding>> {
    let reader = Reader::start(file).await?;
    let mut pieces = file.so_far();
    loop {
        let message = reader.heard().await;
        match text(&message, 0).as_str() {
            "more" => {
                for _ in 0..number(&message, 1).unwrap_or_default() {
                    match next(&mut pieces, file).await {
                        // The copy is the worker's own; the piece itself is kept.
                        Some(piece) => give(&reader.worker, &Uint8Array::new(&piece), None),
                        None if file.is_broken() => return None,
                        None => {
                            reader.send(&JsValue::NULL);
                            break;
                        }
                    }
                    pause(turns).await;
                }
            }
            "whole" => {
                file.arrive(turns).await;
                reader.send(&file.blob()?.into());
            }
            "read" => {
                drop(reader); // its memory is needed here
                let pack = taken_over(&message.get(1).unchecked_into(), turns).await;
                turns.stretch(ITS_SHARE, 1000);
                return Some(Ok((pack, findings(&message, 2))));
            }
            "unreadable" => return findings(&message, 1).pop().map(Err),
            _ => return None,
        }
        pause(turns).await;
    }
}

async fn next(pieces: &mut VecDeque<Uint8Array>, file: &mut Coming) -> Option<Uint8Array> {
    match pieces.pop_front() {
        Some(piece) => Some(piece),
        None => file.pass().await,
    }
}

/// Sends bytes, in a message or by themselves, that aren't here any more then.
fn give(to: &MessagePort, bytes: &Uint8Array, message: Option<&Array>) {
    let message: &JsValue = message.map_or(bytes, |message| message);
    let _ = to.post_message_with_transferable(message, &Array::of1(&field(bytes, "buffer")));
}

/// The bytes of a pack, and their checksums.
async fn taken_over(pack: &Uint8Array, turns: &dyn Turns) -> (Vec<u8>, Sums) {
    let (mut bytes, mut sums) = (Vec::with_capacity(pack.length() as usize), Sums::default());
    while bytes.len() < pack.length() as usize {
        let from = bytes.len() as u32;
        coming::add(&mut bytes, &pack.subarray(from, (from + coming::SLICE).min(pack.length())));
        sums.see(&bytes);
        pause(turns).await;
    }
    (bytes, sums)
}

fn findings(message: &Array, from: u32) -> Vec<Finding> {
    let one = |at: u32| {
        let [severity, place, found, mend] = [0, 1, 2, 3].map(|part| text(message, at + part));
        let finding = Finding::error(place, found, mend);
        if severity == Severity::Warning.as_str() {
            Finding { severity: Severity::Warning, ..finding }
        } else {
            finding
        }
    };
    (from..message.length()).step_by(4).map(one).collect()
}

fn put_findings(findings: &[Finding], message: &Array) {
    for Finding { severity, place, found, mend } in findings {
        for part in [severity.as_str(), place, found, mend] {
            message.push(&part.into());
        }
    }
}

/// Whether the program runs in a worker, and not in a page.
pub fn is_worker() -> bool {
    web_sys::window().is_none()
}

/// The page, as the worker has it.
#[derive(Clone)]
struct Page {
    port: MessagePort,
    inbox: Inbox,
}

impl Page {
    fn tell(&self, what: &str, more: &[JsValue]) {
        let message = Array::of1(&what.into());
        for more in more {
            message.push(more);
        }
        self.send(&message);
    }

    fn send(&self, message: &Array) {
        let _ = self.port.post_message(message);
    }
}

/// Does what the worker is there for: reads one file, and hands over what is in it.
pub async fn serve() {
    let inbox = Inbox::default();
    let into = inbox.clone();
    let listening = listening(move |message| into.put(message));
    let port: MessagePort = global().unchecked_into();
    port.set_onmessage(Some(listening.as_ref().unchecked_ref()));
    let page = Page { port, inbox };
    page.tell("begun", &[]);
    let first: Array = page.inbox.next().await.unchecked_into();
    let (length, shown) = (number(&first, 0), number(&first, 1).unwrap_or_default());
    page.tell("more", &[ON_THE_WAY.into()]);
    let turns = Telling::new(page.clone());
    let mut file = Pieces { page: page.clone(), length, here: Vec::new(), taken: 0 };
    let (mut told, teller) = (0, page.clone());
    let mut hear = move |first: model::First<'_>| {
        match First::of(&first) {
            Ok(First { when, words, language, by }) => {
                let by = by.map_or(JsValue::NULL, JsValue::from);
                teller.tell("first", &[when.into(), words.into(), language.into(), by]);
                told += 1;
            }
            Err(title) if told < shown => teller.tell("title", &[title.into()]),
            Err(_) => {}
        }
        told < shown
    };
    match Dataset::read_as_it_comes(&mut file, &mut hear, &turns).await {
        Ok((dataset, findings)) => {
            turns.stretch(0, 1000);
            let index = Index::in_turns(&dataset, &turns).await.to_bytes(&dataset);
            // Nobody could open what is too large to be handed over.
            let Some(pack) = handed_over(dataset, index) else { return page.tell("broken", &[]) };
            let pack = Uint8Array::from(&*pack);
            let message = Array::of2(&"read".into(), &pack);
            put_findings(&findings, &message);
            give(&page.port, &pack, Some(&message));
        }
        Err(finding) => {
            let message = Array::of1(&"unreadable".into());
            put_findings(&[finding], &message);
            page.send(&message);
        }
    }
    // The page has it end.
    listening.forget();
}

/// A file that the page sends piece by piece.
struct Pieces {
    page: Page,
    length: Option<usize>,
    here: Vec<u8>,
    /// How many pieces have come since more were asked for.
    taken: usize,
}

impl Bytes for Pieces {
    fn here(&self) -> &[u8] {
        &self.here
    }

    fn more(&mut self, done: usize) -> Soon<'_, bool> {
        Box::pin(async move {
            self.here.drain(..done);
            let Ok(piece) = self.page.inbox.next().await.dyn_into::<Uint8Array>() else { return false };
            self.taken += 1;
            if self.taken == MORE {
                self.taken = 0;
                self.page.tell("more", &[MORE.into()]);
            }
            coming::add(&mut self.here, &piece);
            true
        })
    }

    fn length(&self) -> Option<usize> {
        self.length
    }

    fn whole(&mut self) -> Soon<'_, Cow<'_, [u8]>> {
        Box::pin(async {
            self.here = Vec::new();
            self.page.tell("whole", &[]);
            loop {
                // Pieces may still come before it.
                if let Ok(file) = self.page.inbox.next().await.dyn_into::<Blob>() {
                    let bytes = coming::bytes(&file).await;
                    if bytes.is_none() {
                        self.page.tell("broken", &[]);
                    }
                    return bytes.unwrap_or_default().into();
                }
            }
        })
    }
}

/// A worker has one turn, and tells now and then how far it is.
struct Telling {
    page: Page,
    clock: Performance,
    /// When it last did.
    told: Cell<f64>,
    /// What the work at hand is of the whole, in thousandths; nothing while the file comes.
    stretch: Cell<(usize, usize)>,
}

impl Telling {
    fn new(page: Page) -> Self {
        let clock: Performance = field(&global(), "performance").unchecked_into();
        Self { page, told: Cell::new(clock.now()), clock, stretch: Cell::new((0, 0)) }
    }
}

impl Turns for Telling {
    fn is_over(&self) -> bool {
        self.clock.now() - self.told.get() >= TURN
    }

    fn next(&self, done: usize, all: usize) -> Pin<Box<dyn Future<Output = ()> + '_>> {
        self.told.set(self.clock.now());
        let (from, to) = self.stretch.get();
        if all > 0 && to > from {
            let here = from as u64 + (to - from) as u64 * done as u64 / all as u64;
            self.page.tell("here", &[JsValue::from_f64(here as f64)]);
        }
        // Nobody waits for a turn; but a browser makes better code of a loop that it has seen, and a loop has to be begun anew
        // to be done by that.
        Box::pin(breathe())
    }

    fn stretch(&self, from: usize, to: usize) {
        self.stretch.set((from, to));
    }
}
