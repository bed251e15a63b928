//! The model's own source texts, from which its description is drawn: first lines, declarations, purposes of luck.

use std::collections::BTreeSet;

/// A file of the model.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// Its path below `src`.
    pub path: &'static str,
    /// Its text.
    pub text: &'static str,
}

macro_rules! sources {
    ($($path:literal)+) => {
        /// All files of the model, processes in the order of the page.
        pub const SOURCES: &[Source] = &[
            $(Source { path: $path, text: include_str!(concat!("../../", $path)) }),+
        ];
    };
}

sources! {
    "week.rs"
    "people.rs" "ties.rs" "ties/tie.rs" "firms.rs" "firms/clientele.rs" "firms/records.rs" "market.rs"
    "offers.rs" "offers/services.rs" "ledger.rs"
    "processes/broadcast.rs" "processes/broadcast/campaign.rs" "processes/broadcast/mail.rs"
    "processes/broadcast/page.rs"
    "processes/broker.rs" "processes/broker/accept.rs" "processes/broker/ask.rs"
    "processes/broker/belong.rs" "processes/broker/host.rs" "processes/broker/introduce.rs"
    "processes/broker/lend.rs" "processes/broker/touch.rs"
    "processes/visit.rs"
    "processes/meet.rs"
    "processes/notice.rs"
    "processes/talk.rs"
    "processes/relate.rs"
    "processes/answer.rs" "processes/answer/peers.rs"
    "processes/decide.rs" "processes/decide/join.rs" "processes/decide/leave.rs"
    "processes/decide/company.rs" "processes/decide/buying.rs" "processes/decide/contract.rs" "processes/decide/rivals.rs"
    "processes/decide/shortlist.rs" "processes/talk/said.rs" "processes/talk/weights.rs"
    "processes/purchase.rs"
    "processes/drift.rs" "processes/drift/dissolve.rs" "processes/drift/renew.rs"
    "processes/learn.rs"
    "processes/account.rs"
    "worth.rs" "norms.rs" "portfolio.rs" "technology.rs" "segments.rs" "mechanisms.rs"
    "strategy.rs" "strategy/line.rs" "strategy/plan.rs" "strategy/shock.rs"
    "programmes/view.rs" "programmes/view/matching.rs" "programmes/view/prompt.rs" "programmes/view/records.rs" "programmes/view/shown.rs"
    "programmes/advertising.rs" "programmes/posts.rs" "programmes/mail.rs" "programmes/publicity.rs"
    "programmes/feedback.rs" "programmes/prize_draw.rs" "programmes/bought_followers.rs"
    "programmes/introductions.rs" "programmes/occasions.rs" "programmes/activities.rs"
    "programmes/reunions.rs" "programmes/members.rs" "programmes/status.rs"
    "programmes/hospitality.rs" "programmes/forum.rs" "programmes/exchange.rs"
    "programmes/tasks.rs" "programmes/listening.rs" "programmes/responding.rs"
    "programmes/advocates.rs" "programmes/improvement.rs" "programmes/openness.rs"
    "programmes/hard_sell.rs" "programmes/dunning.rs" "programmes/legal_warning.rs"
    "programmes/price_rise.rs"
    "population/traits.rs" "population/circles.rs" "population/start.rs"
    "population/start/customers.rs" "population/start/belonging.rs" "population/import/mod.rs"
    "population/generators/acquaintances.rs" "population/generators/sociability.rs"
    "population/generators/communities.rs" "population/generators/watts_strogatz.rs"
    "population/generators/barabasi_albert.rs" "population/generators/erdos_renyi.rs"
    "population/generators/configuration.rs" "population/generators/complete.rs"
    "scenario/mod.rs" "scenario/rivals.rs"
}

/// The file of this path; empty where there is none, which a test forbids.
#[must_use]
pub fn source(path: &str) -> Source {
    let found = SOURCES.iter().find(|source| source.path == path);
    found.copied().unwrap_or(Source { path: "", text: "" })
}

/// The files of these module paths: the file itself, and those below it.
pub(super) fn below(module: &str) -> impl Iterator<Item = &'static Source> {
    let (file, folder) = (format!("{module}.rs"), format!("{module}/"));
    SOURCES.iter().filter(move |source| source.path == file || source.path.starts_with(&folder))
}

impl Source {
    /// What the file says of itself, paragraph by paragraph; the first is its first sentence.
    #[must_use]
    pub fn about(&self) -> Vec<String> {
        let lines = self.text.lines().map_while(|line| line.strip_prefix("//!"));
        let text: Vec<&str> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        text.join("\n").split("\n\n").map(plain).collect()
    }

    /// The first sentence of the file.
    #[must_use]
    pub fn first(&self) -> String {
        self.about().into_iter().next().unwrap_or_default().replace('\n', " ")
    }

    /// What comes before the colon of the first sentence: what the file is about.
    #[must_use]
    pub fn title(&self) -> String {
        self.first().split(':').next().unwrap_or_default().to_owned()
    }

    /// What the program runs: the text before its tests, without comments.
    fn code(&self) -> String {
        let code = self.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The purposes for which the file asks luck: texts in quotes of the form `process: purpose`
    /// that are handed to a function.
    #[must_use]
    pub fn purposes(&self) -> BTreeSet<String> {
        let code = self.code();
        let mut parts = code.split('"');
        let (mut before, mut purposes) = (parts.next().unwrap_or_default(), BTreeSet::new());
        while let (Some(quoted), after) = (parts.next(), parts.next().unwrap_or_default()) {
            if before.trim_end().ends_with('(') && is_purpose(quoted) {
                purposes.insert(quoted.to_owned());
            }
            before = after;
        }
        purposes
    }

    /// The tables of parameters that the file declares, each with what it is for.
    #[must_use]
    pub fn tables(&self) -> Vec<(String, String)> {
        let lines: Vec<&str> = self.text.lines().map(str::trim).collect();
        let declares = |(at, line): (usize, &&str)| {
            let (_, rest) = line.split_once(" in \"").filter(|_| line.starts_with("pub "))?;
            let table = rest.strip_suffix("\" {")?;
            let doc = lines[at.checked_sub(1)?].strip_prefix("/// ").unwrap_or_default();
            Some((table.to_owned(), plain(doc)))
        };
        lines.iter().enumerate().filter_map(declares).collect()
    }

    /// A function of this file as it stands, from its documentation to its end; empty where there
    /// is none of the name.
    #[must_use]
    pub fn function(&self, name: &str) -> String {
        let lines: Vec<&str> = self.text.lines().collect();
        let head = format!("fn {name}(");
        let Some(at) = lines.iter().position(|line| line.contains(&head)) else {
            return String::new();
        };
        let indent = lines[at].len() - lines[at].trim_start().len();
        let is_head = |line: &&&str| {
            let line = line.trim_start();
            line.starts_with("///") || line.starts_with("#[")
        };
        let first = at - lines[..at].iter().rev().take_while(is_head).count();
        let end = format!("{}}}", " ".repeat(indent));
        let length = lines[at..].iter().position(|line| **line == end).unwrap_or(0);
        let inner = lines[first..=at + length].iter();
        let inner = inner.filter(|line| !line.trim_start().starts_with("#["));
        inner.map(|line| line.get(indent..).unwrap_or_default()).collect::<Vec<_>>().join("\n")
    }
}

fn is_purpose(text: &str) -> bool {
    text.split_once(": ").is_some_and(|(process, purpose)| {
        let letters = |c: char| c.is_ascii_lowercase();
        !process.is_empty() && process.chars().all(letters) && purpose.starts_with(letters)
    })
}

/// Documentation as plain words: links of rustdoc are names.
#[must_use]
pub(super) fn plain(text: &str) -> String {
    let text = text.replace("[`crate::", "[`").replace("[`", "`").replace("`]", "`");
    text.trim().to_owned()
}
