//! Which dataset is there: address → data → story. A reader who goes back to an address gets the dataset of that address
//! back.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::{Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;
use sidebyline_query::{Data, DataKind, View};
use web_sys::AbortController;

use crate::components::later::{self, Later};
use crate::history::Address;
use crate::load::{self, Home, Load, Problem, Progress, Reading, Story, Told, breathe};

/// What loads datasets. Created once, in the root.
#[derive(Clone, Copy)]
pub struct Loader {
    address: Address,
    later: Later,
    /// Where loading stands.
    pub load: RwSignal<Load>,
    /// How far it is, and what comes first.
    pub progress: Progress,
    /// What came before, so that it needn't come again. What came of a file that the reader opened is nowhere else.
    kept: StoredValue<Vec<(Data, Load)>>,
    /// What stops the load that is on its way, and what wakes it to hear of that, whatever it waits for.
    stop: StoredValue<Option<(AbortController, Waker)>, LocalStorage>,
}

impl Loader {
    /// Nothing is loaded yet.
    pub fn new(address: Address, later: Later) -> Self {
        Self {
            address,
            later,
            load: RwSignal::new(Load::Waiting),
            progress: RwSignal::new(Told::default()),
            kept: StoredValue::new(Vec::new()),
            stop: StoredValue::new_local(None),
        }
    }

    /// What the address says, asked again when it changes.
    pub fn view(self) -> View {
        View::parse(&self.address.query()).0
    }

    /// Loads what the address asks for.
    pub fn start(self) {
        let view = untrack(|| self.view());
        let (data, searched) = (view.data().clone(), !view.text().is_empty());
        let known = |kept: &Vec<(Data, Load)>| kept.iter().find(|(of, _)| *of == data).map(|(_, load)| load.clone());
        let load = self.kept.with_value(known).unwrap_or_else(|| match data.kind() {
            DataKind::Local => Load::Failed(Problem::NoFile),
            DataKind::Address(_) => Load::Elsewhere,
            DataKind::Own | DataKind::Named(_) => Load::Waiting,
        });
        self.stop();
        self.load.set(load.clone());
        if matches!(load, Load::Waiting) {
            let (place, json) = (load::place(&data), load::json_place(&data));
            if place == json || searched {
                later::build_early();
            }
            self.run(data, async move |_, stop| {
                let mut asked = load::ask(&place, &[], &stop, Some(self.progress)).await;
                // The site was published anew while a browser had kept its page: the old pack is gone.
                if place != json && matches!(asked, Err(Problem::Refused(_))) {
                    asked = load::ask(&json, &[], &stop, Some(self.progress)).await;
                }
                let story = load::read(Home::Site, asked?.0, &Reading::new(Some(self.progress))).await?;
                // Who asks for words is shown what has them, and nothing else before.
                if searched {
                    story.add_words().await;
                }
                Ok(story)
            });
        }
    }

    /// Has something loaded, unless the reader stops it or goes on to another dataset.
    pub fn run(
        self,
        data: Data,
        act: impl AsyncFnOnce(Data, AbortController) -> Result<&'static Story, Problem> + 'static,
    ) {
        spawn_local(async move {
            let of = data.clone();
            let loaded = self.unless_stopped(async move |stop| {
                let loaded = act(of, stop).await;
                if let Ok(story) = &loaded
                    && self.is_event_open(story)
                {
                    self.later.event().await;
                }
                // To read it and to build the page are each as long as a turn of the browser may be.
                breathe().await;
                loaded
            });
            if let Some(loaded) = loaded.await {
                self.take(data, loaded);
            }
        });
    }

    /// What comes of work that can be stopped; none if the reader stops it or goes on to something else, and then no more of
    /// it is done.
    pub async fn unless_stopped<T>(self, work: impl AsyncFnOnce(AbortController) -> T) -> Option<T> {
        self.stop();
        let stop = AbortController::new().ok()?;
        self.stop.set_value(Some((stop.clone(), Waker::noop().clone())));
        self.progress.set(Told::default());
        let mut work = pin!(work(stop.clone()));
        poll_fn(|context| {
            let wanted = self.stop.try_update_value(|now| match now {
                Some((of, waker)) if *of == stop => {
                    waker.clone_from(context.waker());
                    true
                }
                _ => false,
            });
            if wanted == Some(true) { work.as_mut().poll(context).map(Some) } else { Poll::Ready(None) }
        })
        .await
    }

    /// Stops what is on its way, and says so.
    pub fn cancel(self) {
        self.stop();
        self.load.set(Load::Failed(Problem::Stopped));
    }

    /// Shows what came of a file that the reader opened, at an address of its own.
    pub fn open(self, opened: Result<&'static Story, Problem>) {
        self.stop();
        let view = untrack(|| self.view());
        self.take(Data::local(), opened);
        if *view.data() != Data::local() {
            self.address.choose(&view.with_data(Data::local()).to_string(), "");
        }
    }

    /// Whether the page will show what is in an event as soon as it is there: what the address points to, what was open
    /// when the reader left, what she has opened before there was a program, or what belongs to no event.
    fn is_event_open(self, story: &Story) -> bool {
        let was_open = || self.address.noted().is_some_and(|place| place.kept.len() > 1);
        let is_open = || matches!(document().query_selector("#_substance [open]"), Ok(Some(_)));
        untrack(|| !self.address.target().is_empty()) || story.has_loose() || was_open() || is_open()
    }

    fn stop(self) {
        if let Some((stop, waker)) = self.stop.try_update_value(Option::take).flatten() {
            stop.abort();
            waker.wake();
        }
    }

    fn take(self, data: Data, loaded: Result<&'static Story, Problem>) {
        let keep = loaded.is_ok() || data.kind() == DataKind::Local;
        if let Ok(story) = loaded {
            // While the reader looks at the page.
            spawn_local(async move {
                let mut column = 0;
                while story.index.prepare(column) {
                    breathe().await;
                    column += 1;
                }
            });
        }
        let load = match loaded {
            Ok(story) => Load::Done(story),
            Err(problem) => Load::Failed(problem),
        };
        if keep {
            self.kept.update_value(|kept| {
                kept.retain(|(of, _)| *of != data);
                kept.push((data, load.clone()));
            });
        }
        let _ = self.load.try_set(load);
    }
}

/// The loader, in any component.
pub fn use_loader() -> Loader {
    expect_context()
}
