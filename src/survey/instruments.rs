//! What each local plan does with the documents that the reference names.

use super::Surveyed;
use super::title::{bare, likeness, maker, stands_for};
use crate::diagnostic::{Finding, Span};
use crate::task::{Applies, ClauseIndex, Level, Plan, Reason, untitled};

/// A document that the reference names, or has made, and what becomes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// Its title with its marks; the reference's words for it where it bears
    /// no title yet.
    pub title: String,
    /// Whether it bears a title 《…》.
    pub titled: bool,
    /// What is to be done with it.
    pub todo: Todo,
    /// The clauses that name it, in order.
    pub clauses: Vec<ClauseIndex>,
    /// What each local plan does, in their order.
    pub fates: Vec<Fate>,
}

/// What the reference has done with a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Todo {
    /// 制定: it is to be made.
    Make,
    /// 修订: it is to be revised.
    Revise,
    /// 配套: rules that go with it are to be made.
    Supplement,
    /// 贯彻落实: it is to be carried out.
    CarryOut,
    /// It is only named.
    Name,
}

/// What a local plan does with a document of the reference.
#[derive(Debug, Clone, PartialEq)]
pub struct Fate {
    /// In one word.
    pub deed: Deed,
    /// The places in the local plan that say so, in order.
    pub places: Vec<Place>,
}

/// A place in a local plan that speaks of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The clause.
    pub clause: ClauseIndex,
    /// The document as the local plan calls it; of a lost title, what is left.
    pub span: Span,
    /// The full title, where it is called by a short one.
    pub full: Option<String>,
    deed: Deed,
}

/// What becomes of a document in one word; the first that applies is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Deed {
    /// A version of the locality's own is made or planned.
    Own,
    /// The province's is carried out.
    Province,
    /// One that the locality has already is kept in force.
    Older,
    /// The centre's is carried out.
    Central,
    /// It is only named.
    Named,
    /// The title that stood here is lost.
    Lost,
    /// The locality cannot make or change it, and does not name it.
    Higher,
    /// Not mentioned.
    Absent,
}

impl Todo {
    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Make => "make",
            Self::Revise => "revise",
            Self::Supplement => "supplement",
            Self::CarryOut => "carry-out",
            Self::Name => "name",
        }
    }
}

impl Deed {
    /// All of them, in their order.
    pub const ALL: [Self; 8] = [
        Self::Own,
        Self::Province,
        Self::Older,
        Self::Central,
        Self::Named,
        Self::Lost,
        Self::Higher,
        Self::Absent,
    ];

    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Own => "own-version",
            Self::Province => "provincial-carried-out",
            Self::Older => "older-kept",
            Self::Central => "central-carried-out",
            Self::Named => "named-only",
            Self::Lost => "title-lost",
            Self::Higher => "higher-level",
            Self::Absent => "not-mentioned",
        }
    }
}

/// The documents that the reference names, in order, with what each local plan
/// of a level does. The reference itself, by whatever name, is none of them.
pub fn instruments(reference: &Plan, title: &str, locals: &[(Surveyed, Level)]) -> Vec<Named> {
    let mut named = named(reference, title);
    for (local, level) in locals {
        let local = Local::read(local, *level, &named, title);
        let fates: Vec<Fate> = named.iter().map(|one| local.fate(one, &named)).collect();
        for (one, fate) in named.iter_mut().zip(fates) {
            one.fates.push(fate);
        }
    }
    named
}

/// A document as a clause speaks of it.
struct Mention<'p> {
    clause: ClauseIndex,
    span: Span,
    title: &'p str,
    titled: bool,
    doing: Todo,
}

fn mentions(plan: &Plan) -> Vec<Mention<'_>> {
    let text = &plan.outline.text;
    let mut mentions = Vec::new();
    for (at, clause) in plan.clauses.iter().enumerate() {
        for (which, instrument) in clause.instruments.iter().enumerate() {
            let next = clause.instruments.get(which + 1);
            let rest = Span::new(
                instrument.span.end,
                next.map_or(clause.span.end, |next| next.span.start),
            );
            // `《甲》和《乙》的配套规定` is said of both.
            let rest = match (rest.of(text).chars().count() <= 2, next) {
                (true, Some(next)) => Span::new(next.span.end, clause.span.end),
                _ => rest,
            };
            let verb = instrument.verb.map_or("", |verb| verb.of(text));
            let before = Span::new(clause.span.start, instrument.span.start).of(text);
            mentions.push(Mention {
                clause: at,
                span: instrument.span,
                title: instrument.span.of(text),
                titled: true,
                doing: doing(verb, &untitled_part(before), &untitled_part(rest.of(text))),
            });
        }
        for span in untitled(text, clause) {
            let before = Span::new(clause.span.start, span.start).of(text);
            let revises = ["修订", "修改", "健全"]
                .iter()
                .any(|verb| before.ends_with(verb));
            mentions.push(Mention {
                clause: at,
                span,
                title: span.of(text),
                titled: false,
                doing: if revises { Todo::Revise } else { Todo::Make },
            });
        }
    }
    mentions.sort_by_key(|mention| mention.span.start);
    mentions
}

/// The words outside 《…》: what other documents are called is said of those.
fn untitled_part(words: &str) -> String {
    let mut pieces = words.split('《');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |out, piece| {
        out + piece.split_once('》').map_or("", |(_, after)| after)
    })
}

/// What a clause does with a document by the verb that governs it, the words
/// before it and those after it.
fn doing(verb: &str, before: &str, rest: &str) -> Todo {
    let starts = |verbs: &[&str]| verbs.iter().any(|one| verb.starts_with(one));
    let part = rest.split(['，', '；', '。']).next().unwrap_or(rest);
    let of_it = part.strip_prefix('的').unwrap_or(part);
    let goes_with = [
        "配套",
        "实施细则",
        "实施办法",
        "实施意见",
        "具体规定",
        "具体办法",
        "具体措施",
    ]
    .iter()
    .any(|words| of_it.contains(words));
    let clause_part = before.rsplit(['，', '；', '。']).next().unwrap_or(before);
    let makes = ["制定", "制订", "出台", "建立", "完善", "健全", "起草"];
    // `市委制定的实施办法` is there already.
    let making = |words: &str| {
        let mut verbs = makes.iter().flat_map(|verb| words.match_indices(verb));
        verbs.any(|(at, verb)| !words[at + verb.len()..].starts_with('的'))
    };
    if goes_with && (making(clause_part) || making(part)) || rest.contains("配套") && making(rest)
    {
        return Todo::Supplement;
    }
    if starts(&["修订", "修改", "修正", "废止"]) {
        return Todo::Revise;
    }
    let making = [
        "制定",
        "制订",
        "研究制定",
        "起草",
        "出台",
        "颁布",
        "编制",
        "完善",
        "健全",
        "印发",
    ];
    if starts(&making) {
        return Todo::Make;
    }
    let carrying = [
        "贯彻", "落实", "执行", "实施", "施行", "遵守", "履行", "按照", "根据", "依据", "依照",
        "遵循", "推行", "试行",
    ];
    if starts(&carrying) {
        Todo::CarryOut
    } else {
        Todo::Name
    }
}

/// Whether a plan, of this bare title, is what is spoken of.
fn is_itself(mention: &Mention, title: &str) -> bool {
    title.ends_with(&bare(mention.title)) || stands_for(mention.title, title)
}

fn named(reference: &Plan, title: &str) -> Vec<Named> {
    let itself = bare(title);
    let mut named: Vec<Named> = Vec::new();
    for mention in mentions(reference) {
        let called = bare(mention.title);
        if called.is_empty() || is_itself(&mention, &itself) {
            continue;
        }
        let known = named.iter_mut().find(|one| {
            one.titled == mention.titled
                && (bare(&one.title) == called
                    || mention.titled && stands_for(mention.title, &one.title))
        });
        match known {
            Some(one) => {
                one.todo = one.todo.min(mention.doing);
                one.clauses.push(mention.clause);
            }
            None => named.push(Named {
                title: mention.title.to_owned(),
                titled: mention.titled,
                todo: mention.doing,
                clauses: vec![mention.clause],
                fates: Vec::new(),
            }),
        }
    }
    for one in &mut named {
        one.clauses.dedup();
    }
    named
}

/// A local plan with the documents that it speaks of.
struct Local<'p> {
    plan: &'p Plan,
    surveyed: Surveyed<'p>,
    level: Level,
    /// With the full title where a short one stands for it.
    mentions: Vec<(Mention<'p>, Option<String>)>,
}

/// So alike are titles of documents on one subject; where their clauses are
/// linked, less will do.
const ALIKE: f32 = 0.8;
const ALIKE_LINKED: f32 = 0.5;
/// Fewest characters by which a document without marks is known for one of the
/// reference.
const SHORTEST_BARE: usize = 6;

impl<'p> Local<'p> {
    /// Leaves out where it speaks of the reference, of the title given.
    fn read(surveyed: &Surveyed<'p>, level: Level, named: &[Named], reference: &str) -> Self {
        let plan = surveyed.plan;
        let mut all = mentions(plan);
        let itself = bare(reference);
        all.retain(|mention| !is_itself(mention, &itself));
        let own: Vec<String> = all.iter().map(|mention| mention.title.to_owned()).collect();
        let full = |mention: &Mention| -> Option<String> {
            let known = named.iter().map(|one| &one.title).chain(&own);
            let mut standing: Vec<&String> = known
                .filter(|full| mention.titled && stands_for(mention.title, full))
                .collect();
            standing.sort();
            standing.dedup_by_key(|full| bare(full));
            match standing[..] {
                [full] => Some(full.clone()),
                _ => None,
            }
        };
        let with_full: Vec<Option<String>> = all.iter().map(full).collect();
        Self {
            plan,
            surveyed: *surveyed,
            level,
            mentions: all.into_iter().zip(with_full).collect(),
        }
    }

    fn fate(&self, one: &Named, all: &[Named]) -> Fate {
        let mut places: Vec<Place> = self
            .mentions
            .iter()
            .filter(|(mention, full)| self.is_of(mention, full.as_deref(), one, all))
            .map(|(mention, full)| Place {
                clause: mention.clause,
                span: mention.span,
                full: full.clone(),
                deed: self.deed(mention, one),
            })
            .collect();
        if places.is_empty() {
            places = self.without_marks(one);
        }
        if places.is_empty() {
            places = self.lost(one);
        }
        let deed = places.iter().map(|place| place.deed).min();
        let deed = deed.unwrap_or_else(|| {
            if self.is_higher(one) {
                Deed::Higher
            } else {
                Deed::Absent
            }
        });
        places.retain(|place| place.deed == deed || place.deed == Deed::Named);
        places.dedup_by_key(|place| place.clause);
        Fate { deed, places }
    }

    /// Whether a mention is of a document of the reference, and of no other
    /// more.
    fn is_of(&self, mention: &Mention, full: Option<&str>, one: &Named, all: &[Named]) -> bool {
        let title = full.unwrap_or(mention.title);
        let score = |other: &Named| {
            if bare(title) == bare(&other.title) {
                return 2.0;
            }
            let alike = likeness(title, &other.title);
            let linked = other
                .clauses
                .iter()
                .any(|&clause| self.linked(clause, mention.clause));
            match linked {
                true if alike >= ALIKE_LINKED => alike + 0.5,
                false if alike >= ALIKE => alike,
                _ => 0.0,
            }
        };
        let own = score(one);
        own > 0.0 && all.iter().all(|other| score(other) <= own)
    }

    fn linked(&self, clause: ClauseIndex, local: ClauseIndex) -> bool {
        let links = &self.surveyed.alignment.clauses[clause].links;
        links.iter().any(|link| link.local == local)
    }

    fn deed(&self, mention: &Mention, one: &Named) -> Deed {
        let text = &self.plan.outline.text;
        let start = self.plan.clauses[mention.clause].span.start;
        let before = Span::new(start, mention.span.start).of(text);
        let maker = maker(mention.title, before);
        let is_own = maker == Some(self.level)
            // A municipality under the centre is a province, and a 市.
            || self.level == Level::Province && maker == Some(Level::City);
        match (mention.doing, maker) {
            (Todo::Make | Todo::Revise | Todo::Supplement, _) => Deed::Own,
            (Todo::Name, _) => Deed::Named,
            (Todo::CarryOut, _) if is_own => Deed::Older,
            (Todo::CarryOut, Some(Level::Province)) => Deed::Province,
            (Todo::CarryOut, _) if one.todo == Todo::Revise && is_unrevised(mention, before) => {
                Deed::Older
            }
            (Todo::CarryOut, _) => Deed::Central,
        }
    }

    /// Where the plan speaks of a titled document without its marks:
    /// `贯彻党内监督条例`.
    fn without_marks(&self, one: &Named) -> Vec<Place> {
        let name = bare(&one.title);
        let name = ["中国共产党", "中华人民共和国", "关于"]
            .iter()
            .fold(name.as_str(), |name, word| name.trim_start_matches(word));
        if !one.titled || name.chars().count() < SHORTEST_BARE {
            return Vec::new();
        }
        let text = &self.plan.outline.text;
        let clauses = self.plan.clauses.iter().enumerate();
        let found = clauses.filter_map(|(at, clause)| {
            let sentence = clause.span.of(text);
            let start = sentence.find(name)?;
            let in_title = clause.instruments.iter().any(|title| {
                (title.span.start..title.span.end).contains(&(clause.span.start + start))
            });
            let before = sentence[..start]
                .rsplit(['，', '；', '.'])
                .next()
                .unwrap_or_default();
            let carries_out = ["贯彻", "落实", "执行", "实施", "遵守"]
                .iter()
                .any(|verb| before.contains(verb));
            let start = clause.span.start + start;
            (!in_title).then(|| Place {
                clause: at,
                span: Span::new(start, start + name.len()),
                full: Some(one.title.clone()),
                deed: if carries_out {
                    Deed::Central
                } else {
                    Deed::Named
                },
            })
        });
        found.collect()
    }

    /// Places where a title was lost beside what the reference says beside
    /// this document.
    fn lost(&self, one: &Named) -> Vec<Place> {
        let lost = self.plan.diagnostics.iter();
        let lost = lost.filter(|found| matches!(found.finding, Finding::DeletedTitle { .. }));
        let mut places = Vec::new();
        for span in lost.map(|found| found.span) {
            let clauses = &self.plan.clauses;
            let at = clauses.partition_point(|clause| clause.span.end <= span.start);
            if at < clauses.len() && one.clauses.iter().any(|&clause| self.beside(clause, at)) {
                places.push(Place {
                    clause: at,
                    span,
                    full: None,
                    deed: Deed::Lost,
                });
            }
        }
        places
    }

    /// Whether a local clause is linked with a clause of the reference, or
    /// stands next to one that is linked with its neighbour on the same side.
    fn beside(&self, clause: ClauseIndex, local: ClauseIndex) -> bool {
        let before = clause > 0 && local > 0 && self.linked(clause - 1, local - 1);
        let last = self.surveyed.alignment.clauses.len() - 1;
        let after = clause < last && self.linked(clause + 1, local + 1);
        self.linked(clause, local) || before || after
    }

    fn is_higher(&self, one: &Named) -> bool {
        // Rules that go with a higher level's document each level makes itself.
        if one.todo == Todo::Supplement {
            return false;
        }
        let verdicts = &self.surveyed.alignment.clauses;
        one.clauses.iter().all(|&clause| {
            let (applies, reason) = &verdicts[clause].applicability;
            match applies {
                Applies::Higher => true,
                // One sentence holds both: its reserved part is the document.
                Applies::Mixed => {
                    let Reason::Both { higher } = reason else {
                        return false;
                    };
                    matches!(one.todo, Todo::Make | Todo::Revise)
                        && (higher.contains(&one.title) || one.title.contains(higher.as_str()))
                }
                Applies::Local | Applies::Unclear => false,
            }
        })
    }
}

/// Whether the words speak of the document as it stood before the revision
/// that the reference asks for.
fn is_unrevised(mention: &Mention, before: &str) -> bool {
    let on_trial = ["试行", "暂行"]
        .iter()
        .any(|note| mention.title.contains(note));
    let goes_on = ["继续", "现行", "坚持"]
        .iter()
        .any(|word| before.contains(word));
    (on_trial || goes_on) && !before.contains("修订")
}
