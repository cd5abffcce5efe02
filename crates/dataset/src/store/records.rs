//! What the run of a row holds, in which order: the id, then what is asked of all rows, then the rest.

use sidebyline_rows::runs::Rule;

use super::{Reader, Record, Shared, Writer};
use crate::edtf::Edtf;
use crate::model::{
    Anchor, Basis, Content, Kept, Listener, Mention, MentionHead, Paraphrase, Passage, Quote, QuoteHead, QuoteKind,
    Run, Status, Verbatim,
};
use crate::table::Limits;

impl Record for Mention {
    fn write(&self, to: &mut Writer<'_>) {
        to.plain(&self.id);
        to.index(self.event);
        to.index(self.source);
        to.number(self.status as usize);
        to.number(self.basis as usize);
        to.date(self.when.as_ref());
        to.indices(&self.actors);
        to.indices(&self.places);
        to.indices(&self.via);
        to.text(&self.paraphrase.0);
        passages(&self.passages, to);
    }

    fn read(from: &mut Reader<'_>, outline: bool) -> Self {
        Self {
            id: id(from, outline),
            event: from.index(),
            source: from.index(),
            status: Status::ALL[from.number() % Status::ALL.len()],
            basis: Basis::ALL[from.number() % Basis::ALL.len()],
            when: date(from, outline),
            actors: from.indices(),
            places: from.indices(),
            via: from.indices(),
            paraphrase: Paraphrase(if outline { String::new() } else { from.text() }),
            passages: if outline { Vec::new() } else { from.list(passage) },
        }
    }

    fn say<'a>(from: &mut Reader<'a>, to: &mut dyn Listener<'a>) {
        from.bytes(); // the id
        for _ in 0..5 {
            from.number(); // event, source, status, basis, date
        }
        from.each(|from| to.actor(from.index()));
        from.each(|from| to.place(from.index()));
        from.each(|from| to.actor(from.index()));
        let ours = from.kept();
        fragments(from, to);
        to.ours(ours);
    }

    fn rules(limits: &Limits, shared: &Shared) -> Vec<Rule> {
        vec![
            Rule::Text,
            Rule::Below(limits.events),
            Rule::Below(limits.sources),
            Rule::Below(Status::ALL.len()),
            Rule::Below(Basis::ALL.len()),
            Rule::Below(shared.dates.len() + 1),
            Rule::All(limits.actors),
            Rule::All(limits.places),
            Rule::All(limits.actors),
        ]
    }

    fn read_head(from: &mut Reader<'_>) -> MentionHead {
        from.bytes();
        MentionHead { event: from.index(), source: from.index() }
    }
}

impl Record for Quote {
    fn write(&self, to: &mut Writer<'_>) {
        to.plain(&self.id);
        to.index(self.source);
        to.optional(self.event);
        to.date(self.when.as_ref());
        to.term(&self.cue);
        to.number(self.content.kind() as usize);
        to.indices(&self.speakers);
        to.indices(&self.via);
        to.optional(self.addressee);
        to.indices(&self.topics);
        match &self.content {
            // What its passages say needn't be said again.
            Content::Direct(parts) if self.passages.iter().filter_map(Passage::exact).eq(parts) => to.number(0),
            Content::Direct(parts) => {
                to.number(parts.len());
                for part in parts {
                    to.text(&part.0);
                }
            }
            Content::Mixed(runs) => {
                to.number(runs.len());
                for run in runs {
                    let (theirs, words) = match run {
                        Run::Quoted(words) => (1, &words.0),
                        Run::Own(words) => (0, &words.0),
                    };
                    to.number(theirs);
                    to.text(words);
                }
            }
            Content::Indirect(words) => to.text(&words.0),
        }
        passages(&self.passages, to);
    }

    fn read(from: &mut Reader<'_>, outline: bool) -> Self {
        let id = id(from, outline);
        let (source, event, when) = (from.index(), from.optional(), date(from, outline));
        let (cue, kind) = (from.term(), from.kind());
        let cue = if outline { String::new() } else { cue.to_owned() };
        let (speakers, via, addressee, topics) = (from.indices(), from.indices(), from.optional(), from.indices());
        let (mut content, mut passages) = (nothing(kind), Vec::new());
        if !outline {
            match &mut content {
                Content::Direct(parts) => *parts = from.list(|from| Verbatim(from.text())),
                Content::Mixed(runs) => *runs = from.list(run),
                Content::Indirect(words) => words.0 = from.text(),
            }
            passages = from.list(passage);
            if let Content::Direct(parts) = &mut content
                && parts.is_empty()
            {
                parts.extend(passages.iter().filter_map(Passage::exact).cloned());
                // Nobody writes that. Whoever looks at a direct quote counts on a part.
                if parts.is_empty() {
                    parts.push(Verbatim(String::new()));
                }
            }
        }
        Self { id, source, speakers, via, cue, content, passages, when, event, topics, addressee }
    }

    fn say<'a>(from: &mut Reader<'a>, to: &mut dyn Listener<'a>) {
        from.bytes(); // the id
        for _ in 0..4 {
            from.number(); // source, event, date, verb
        }
        let kind = from.kind();
        from.each(|from| to.actor(from.index()));
        from.each(|from| to.actor(from.index()));
        from.optional().into_iter().for_each(|actor| to.actor(actor));
        from.each(|from| _ = from.number()); // topics
        match kind {
            // What it says may be what its passages say; and there is always something.
            QuoteKind::Direct => {
                if from.each(|from| to.theirs(from.kept())) == 0 && fragments(from, to) == 0 {
                    to.theirs(Kept::Plain(""));
                }
            }
            QuoteKind::Mixed => {
                to.mixed();
                from.each(|from| match from.number() {
                    0 => to.own(from.kept()),
                    _ => to.quoted(from.kept()),
                });
            }
            QuoteKind::Indirect => to.ours(from.kept()),
        }
    }

    fn rules(limits: &Limits, shared: &Shared) -> Vec<Rule> {
        vec![
            Rule::Text,
            Rule::Below(limits.sources),
            Rule::Below(limits.events + 1),
            Rule::Below(shared.dates.len() + 1),
            Rule::Below(shared.terms.len()),
            Rule::Below(QuoteKind::ALL.len()),
            Rule::All(limits.actors),
            Rule::All(limits.actors),
            Rule::Below(limits.actors + 1),
            Rule::All(limits.topics),
        ]
    }

    fn read_head<'a>(from: &mut Reader<'a>) -> QuoteHead<'a> {
        from.bytes();
        let (source, event, when, cue) = (from.index(), from.optional(), from.date(), from.term());
        from.number();
        let speaker = if from.number() > 0 { Some(from.index()) } else { None };
        QuoteHead { source, event, when, speaker, cue }
    }
}

impl Reader<'_> {
    fn kind(&mut self) -> QuoteKind {
        QuoteKind::ALL[self.number() % QuoteKind::ALL.len()]
    }
}

fn id(from: &mut Reader<'_>, outline: bool) -> String {
    let id = from.bytes();
    if outline { String::new() } else { std::str::from_utf8(id).unwrap_or_default().to_owned() }
}

fn date(from: &mut Reader<'_>, outline: bool) -> Option<Edtf> {
    from.date().filter(|_| !outline).cloned()
}

/// What a quote of this kind says, without its words.
fn nothing(kind: QuoteKind) -> Content {
    match kind {
        QuoteKind::Direct => Content::Direct(Vec::new()),
        QuoteKind::Mixed => Content::Mixed(Vec::new()),
        QuoteKind::Indirect => Content::Indirect(Paraphrase(String::new())),
    }
}

fn run(from: &mut Reader<'_>) -> Run {
    match from.number() {
        0 => Run::Own(Paraphrase(from.text())),
        _ => Run::Quoted(Verbatim(from.text())),
    }
}

fn passages(passages: &[Passage], to: &mut Writer<'_>) {
    to.number(passages.len());
    for passage in passages {
        to.number(passage.span.start as usize);
        to.number((passage.span.end - passage.span.start) as usize);
        match &passage.anchor {
            Anchor::Exact { exact, prefix, suffix } => {
                to.number(0);
                for text in [&exact.0, prefix, suffix] {
                    to.text(text);
                }
            }
            Anchor::Edges { head, tail, digest } => {
                to.number(1);
                for text in [&head.0, &tail.0] {
                    to.text(text);
                }
                to.plain(digest);
            }
        }
    }
}

/// Tells the words of passages, where they are in the data, as a source's own. Says how many there are.
fn fragments<'a>(from: &mut Reader<'a>, to: &mut dyn Listener<'a>) -> usize {
    let mut number = 0;
    from.each(|from| {
        from.number(); // where it is
        from.number();
        let is_exact = from.number() == 0;
        let text = from.kept();
        if is_exact {
            to.theirs(text);
            number += 1;
        }
        from.bytes(); // what stands before it, or its last words
        from.bytes(); // what stands behind it, or its digest
    });
    number
}

fn passage(from: &mut Reader<'_>) -> Passage {
    let start = from.number() as u32;
    let span = start..start.saturating_add((from.number() as u32).max(1));
    let anchor = if from.number() == 0 {
        Anchor::Exact { exact: Verbatim(from.text()), prefix: from.text(), suffix: from.text() }
    } else {
        Anchor::Edges { head: Verbatim(from.text()), tail: Verbatim(from.text()), digest: from.plain().to_owned() }
    };
    Passage { span, anchor }
}
