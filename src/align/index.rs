//! A plan as the aligner sees it: for each clause its characters, grams and
//! content pieces, and its place in the outline.

use std::iter;
use std::ops::Range;

use crate::outline::{Kind, NodeIndex, Outline};
use crate::task::{ClauseIndex, ClauseKind, Plan};

use super::lexicon::{CharId, GramId, Lexicon};
use super::title::Subject;
use super::{abbreviation, gram, stock};

/// No gram starts here: the clause ends first.
pub(super) const NO_GRAM: GramId = GramId::MAX;
/// The two-character gram lies in no content piece.
pub(super) const NO_PIECE: u8 = u8::MAX;

/// One character of a clause: the grams that start at it. The `first_` flags
/// mark what has not yet occurred in the clause.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    /// The content piece that the two-character gram lies in.
    pub piece: u8,
    /// The part of the sentence, between commas or semicolons, that it lies in.
    pub part: u8,
    pub first_two: bool,
    pub first_three: bool,
    pub two: GramId,
    pub three: GramId,
}

/// A clause's place and make.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// Its steps. Empty for what is never compared: responsibility lines,
    /// which say who and not what, and dates, numbers and addressees.
    pub steps: Range<usize>,
    /// Its characters, each once.
    characters: Range<usize>,
    /// How many content pieces it has.
    pub pieces: usize,
    /// How many parts between commas or semicolons it has.
    pub parts: usize,
    pub heading: bool,
    /// Class of its governing verb.
    pub verb: Option<u8>,
    /// What the documents that it names are about.
    pub subjects: Vec<Subject>,
    /// The node whose head it lies in.
    pub block: NodeIndex,
    /// The nearest numbered node.
    pub leaf: NodeIndex,
    /// The ancestors at depth 2 and 1.
    pub section: NodeIndex,
    pub chapter: NodeIndex,
    /// The first clause of its node: the heading or topic sentence.
    pub topic: ClauseIndex,
    /// The headings above it and its topic clause, itself excepted; the
    /// nearest last.
    pub above: Range<usize>,
}

/// A plan indexed for alignment.
#[derive(Debug)]
pub(super) struct Index {
    pub entries: Vec<Entry>,
    steps: Vec<Step>,
    characters: Vec<CharId>,
    above: Vec<ClauseIndex>,
    titles: Vec<ClauseIndex>,
    gram_frequency: Vec<u32>,
    char_frequency: Vec<u32>,
}

impl Index {
    pub(super) fn new(plan: &Plan, lexicon: &mut Lexicon) -> Self {
        let heads = Heads::of(plan);
        lexicon.reserve_for(plan.outline.text.len());
        let mut index = Self {
            entries: Vec::with_capacity(plan.clauses.len()),
            steps: Vec::with_capacity(plan.outline.text.len() / 3),
            characters: Vec::with_capacity(plan.outline.text.len() / 3),
            above: Vec::new(),
            titles: (0..plan.clauses.len())
                .filter(|&at| {
                    let clause = &plan.clauses[at];
                    clause.kind == ClauseKind::Heading
                        && plan.outline.nodes[clause.node].kind == Kind::Title
                })
                .collect(),
            gram_frequency: Vec::new(),
            char_frequency: Vec::new(),
        };
        let mut reader = Reader::default();
        for (at, clause) in plan.clauses.iter().enumerate() {
            let start = index.steps.len();
            let first_character = index.characters.len();
            let (mut pieces, mut parts) = (0, 0);
            reader.chars.clear();
            if says_what(plan, at, heads.chapter[clause.node]) {
                (pieces, parts) = reader.read(plan.text(at), at, lexicon, &mut index);
            }
            let above = index.above.len();
            heads.above(&plan.outline, at, clause.node, &mut index.above);
            index.entries.push(Entry {
                steps: start..index.steps.len(),
                characters: first_character..index.characters.len(),
                pieces,
                parts,
                heading: clause.kind == ClauseKind::Heading,
                verb: stock::verb_class(&reader.chars),
                subjects: subjects(plan, at),
                block: clause.node,
                leaf: heads.leaf[clause.node],
                section: heads.section[clause.node],
                chapter: heads.chapter[clause.node],
                topic: heads.first[clause.node].unwrap_or(at),
                above: above..index.above.len(),
            });
        }
        index.gram_frequency = reader.grams.frequencies();
        index.char_frequency = reader.characters.frequencies();
        index
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// How many clauses are compared at all.
    pub(super) fn compared(&self) -> usize {
        let compared = self.entries.iter().filter(|entry| !entry.steps.is_empty());
        compared.count()
    }

    pub(super) fn steps(&self, clause: ClauseIndex) -> &[Step] {
        &self.steps[self.entries[clause].steps.clone()]
    }

    /// The characters of a clause, each once.
    pub(super) fn characters(&self, clause: ClauseIndex) -> &[CharId] {
        &self.characters[self.entries[clause].characters.clone()]
    }

    /// In how many clauses each gram occurs, by its number.
    pub(super) fn gram_frequencies(&self) -> impl Iterator<Item = u32> + '_ {
        self.gram_frequency.iter().copied().chain(iter::repeat(0))
    }

    /// In how many clauses each character occurs, by its number.
    pub(super) fn char_frequencies(&self) -> impl Iterator<Item = u32> + '_ {
        self.char_frequency.iter().copied().chain(iter::repeat(0))
    }

    /// One past the highest number of a gram that occurs.
    pub(super) fn grams(&self) -> usize {
        self.gram_frequency.len()
    }

    pub(super) fn has_gram(&self, gram: GramId) -> bool {
        let frequency = self.gram_frequency.get(gram as usize);
        frequency.is_some_and(|&frequency| frequency > 0)
    }

    /// The headings above a clause and its topic clause; the nearest last.
    pub(super) fn above(&self, clause: ClauseIndex) -> &[ClauseIndex] {
        &self.above[self.entries[clause].above.clone()]
    }

    /// As [`Index::above`], with the titles of the document, which stand over
    /// everything.
    pub(super) fn over(&self, clause: ClauseIndex) -> impl Iterator<Item = ClauseIndex> + '_ {
        let titles = self.titles.iter().filter(move |&&title| title != clause);
        titles.chain(self.above(clause)).copied()
    }
}

/// Whether the clause says what is done. Before the first and after the last
/// division, only titles and whole sentences do: the rest is the number of the
/// document, its date, addressees and signature, a note in brackets
/// (此件公开发布), and what a web page adds. What has no two Han characters is a
/// figure in a cell of a table.
fn says_what(plan: &Plan, clause: ClauseIndex, chapter: NodeIndex) -> bool {
    let kind = plan.clauses[clause].kind;
    let outside = matches!(plan.outline.nodes[chapter].kind, Kind::Front | Kind::Back);
    let text = plan.text(clause).trim_end();
    let is_note = text.starts_with('（') && text.ends_with('）');
    let is_figure = text.chars().filter(|&char| is_han(char)).nth(1).is_none();
    kind != ClauseKind::Responsibility
        && !is_note
        && !is_figure
        && (!outside
            || kind == ClauseKind::Heading
            || text.ends_with(['。', '！', '？', '.', '”', '）']))
}

fn subjects(plan: &Plan, clause: ClauseIndex) -> Vec<Subject> {
    let titles = plan.clauses[clause].instruments.iter();
    titles
        .map(|title| Subject::of(title.span.of(&plan.outline.text)))
        .collect()
}

const fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}')
}

/// For each node what a clause in it needs to know of its place.
struct Heads {
    /// Its first clause.
    first: Vec<Option<ClauseIndex>>,
    /// Its first clause, if that is a heading.
    heading: Vec<Option<ClauseIndex>>,
    leaf: Vec<NodeIndex>,
    section: Vec<NodeIndex>,
    chapter: Vec<NodeIndex>,
}

impl Heads {
    fn of(plan: &Plan) -> Self {
        let nodes = &plan.outline.nodes;
        let mut first = vec![None; nodes.len()];
        let mut heading = vec![None; nodes.len()];
        for (at, clause) in plan.clauses.iter().enumerate() {
            if first[clause.node].is_none() {
                first[clause.node] = Some(at);
                if clause.kind == ClauseKind::Heading {
                    heading[clause.node] = Some(at);
                }
            }
        }
        let mut leaf = Vec::with_capacity(nodes.len());
        let mut section = Vec::with_capacity(nodes.len());
        let mut chapter = Vec::with_capacity(nodes.len());
        for (at, node) in nodes.iter().enumerate() {
            let numbered = node.num.is_some() || node.recovered.is_some();
            match node.parent {
                Some(parent) => {
                    leaf.push(if numbered { at } else { leaf[parent] });
                    chapter.push(chapter[parent]);
                    let below_chapter = nodes[parent].parent.is_none();
                    section.push(match below_chapter {
                        true if numbered => at,
                        true => parent,
                        false => section[parent],
                    });
                }
                None => {
                    leaf.push(at);
                    section.push(at);
                    chapter.push(at);
                }
            }
        }
        Self {
            first,
            heading,
            leaf,
            section,
            chapter,
        }
    }

    fn above(&self, outline: &Outline, at: ClauseIndex, node: NodeIndex, into: &mut Vec<usize>) {
        let start = into.len();
        into.extend(
            self.first[node]
                .into_iter()
                .chain(
                    outline
                        .ancestors(node)
                        .filter_map(|above| self.heading[above]),
                )
                .filter(|&above| above != at),
        );
        into[start..].reverse();
    }
}

/// Reads clauses one after the other.
#[derive(Default)]
struct Reader {
    chars: Vec<char>,
    numbers: Vec<CharId>,
    pieces: Vec<u8>,
    parts: Vec<u8>,
    grams: Tallies,
    characters: Tallies,
}

impl Reader {
    /// Appends the clause's steps and characters and returns how many content
    /// pieces and parts between commas it has.
    fn read(
        &mut self,
        text: &str,
        at: ClauseIndex,
        lexicon: &mut Lexicon,
        index: &mut Index,
    ) -> (usize, usize) {
        let counts = self.fold(&abbreviation::written_out(text));
        let Self {
            chars,
            numbers,
            pieces,
            parts,
            grams,
            characters,
        } = self;
        numbers.clear();
        numbers.extend(chars.iter().map(|&char| lexicon.number(char)));
        for (place, &number) in numbers.iter().enumerate() {
            if characters.is_first(usize::from(number), at) {
                index.characters.push(number);
            }
            let mut step = Step {
                piece: NO_PIECE,
                part: parts[place],
                first_two: false,
                first_three: false,
                two: NO_GRAM,
                three: NO_GRAM,
            };
            if let [first, second, ..] = chars[place..] {
                let two = lexicon.two([first, second], [number, numbers[place + 1]]);
                step.two = two.id;
                step.first_two = grams.is_first(two.id as usize, at);
                if pieces[place] == pieces[place + 1] && !two.is_stock {
                    step.piece = pieces[place];
                }
                if let Some(&third) = chars.get(place + 2) {
                    let three = [first, second, third];
                    step.three = lexicon.three(three, two.id, numbers[place + 2]);
                    step.first_three = grams.is_first(step.three as usize, at);
                }
            }
            index.steps.push(step);
        }
        counts
    }

    /// Folds the text into characters, each with its content piece: what
    /// stands between two marks, or beside 和, 与, 及; and its part, which ends
    /// with a comma, semicolon or full stop.
    fn fold(&mut self, text: &str) -> (usize, usize) {
        self.chars.clear();
        self.pieces.clear();
        self.parts.clear();
        let (mut piece, mut part) = (0, 0);
        let (mut open, mut begun) = (false, false);
        for character in text.chars() {
            let folded = gram::folded(character);
            let joins = matches!(character, '和' | '与' | '及');
            if (folded.is_none() || joins) && open {
                piece = (piece + 1).min(NO_PIECE - 1);
                open = false;
            }
            if begun && ends_part(character) {
                part = (part + 1).min(u8::MAX - 1);
                begun = false;
            }
            if let Some(folded) = folded {
                begun = true;
                self.parts.push(part);
                self.chars.push(folded);
                self.pieces.push(if joins { NO_PIECE } else { piece });
                open |= !joins;
            }
        }
        // The last piece takes up all that is past the limit, so that the count
        // is told by the highest number given.
        let given = self.pieces.iter().filter(|&&piece| piece != NO_PIECE);
        let pieces = given.max().map_or(0, |&highest| usize::from(highest) + 1);
        let parts = self.parts.last().map_or(0, |&last| usize::from(last) + 1);
        (pieces, parts)
    }
}

fn ends_part(character: char) -> bool {
    matches!(
        character,
        '，' | '；' | '：' | '。' | '！' | ',' | ';' | '.'
    )
}

/// In how many clauses what is numbered occurs.
#[derive(Default)]
struct Tallies(Vec<Tally>);

#[derive(Clone, Copy, Default)]
struct Tally {
    frequency: u32,
    /// One past the last clause it was seen in.
    seen: u32,
}

impl Tallies {
    /// Counts a number that has not yet occurred in the clause.
    fn is_first(&mut self, number: usize, clause: ClauseIndex) -> bool {
        if number >= self.0.len() {
            self.0.resize(number + 1, Tally::default());
        }
        let tally = &mut self.0[number];
        let stamp = clause as u32 + 1;
        let first = tally.seen != stamp;
        if first {
            tally.seen = stamp;
            tally.frequency += 1;
        }
        first
    }

    fn frequencies(&self) -> Vec<u32> {
        self.0.iter().map(|tally| tally.frequency).collect()
    }
}
