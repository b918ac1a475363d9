//! Whether a locality can carry out a clause at all, by level, and why.
//!
//! A sentence is read part by part. A part addressed to a body falls to that
//! body's level, and so do the parts after it; one that is addressed to nobody
//! falls to localities unless its object is reserved to a higher level. Where
//! parts differ, the sentence holds both.

mod body;
mod object;

use std::sync::LazyLock;

use crate::diagnostic::Span;
use crate::vocabulary::Vocabulary;

use super::{Applicability, Applies, Clause, Instrument, Level, Reason};
use body::Levels;
use object::Reserved;

/// Reads a clause's applicability from its own words.
pub(super) fn of_clause(text: &str, clause: &Clause) -> Applicability {
    let parts = parts(text, clause.span, &clause.instruments);
    Applicability {
        province: verdict(&parts, Level::Province),
        city: verdict(&parts, Level::City),
        county: verdict(&parts, Level::County),
    }
}

/// Takes into account the units named as responsible for the clauses: a
/// locality among them opens the clauses to its level, unless a body of the
/// centre is named as well for one act that only it can do, as making a
/// national rule. Bodies of the centre alone reserve nothing, for they see to it
/// that localities carry the plan out, unless the plan names localities as a
/// rule where they act.
pub(super) fn consider_units(
    verdicts: &mut [Applicability],
    units: &Units,
    localities_are_named: bool,
) {
    let known = &units.0;
    if localities_are_named && !units.include_a_locality() {
        if let Some((name, _)) = known.first() {
            for applicability in verdicts {
                close(applicability, name);
            }
        }
        return;
    }
    for level in [Level::Province, Level::City, Level::County] {
        let Some((name, _)) = known.iter().find(|(_, levels)| levels.include(level)) else {
            continue;
        };
        let centre_too = known
            .iter()
            .any(|(_, levels)| levels.include(Level::Central) && !levels.include(level));
        for applicability in &mut *verdicts {
            let verdict = match level {
                Level::Province => &mut applicability.province,
                Level::City => &mut applicability.city,
                _ => &mut applicability.county,
            };
            *verdict = match verdict {
                (Applies::Higher, Reason::HigherObject { object })
                    if centre_too && object::is_one_act(object) =>
                {
                    continue;
                }
                (Applies::Higher, Reason::HigherObject { object }) => {
                    let higher = std::mem::take(object);
                    (Applies::Mixed, Reason::Both { higher })
                }
                (Applies::Unclear, _) if centre_too => continue,
                (Applies::Local | Applies::Unclear, _) => {
                    let addressee = (*name).to_owned();
                    (Applies::Local, Reason::LocalAddressee { addressee })
                }
                _ => continue,
            };
        }
    }
}

/// Units named for clauses, those of which the name tells the levels.
#[derive(Debug)]
pub(super) struct Units<'u>(Vec<(&'u str, Levels)>);

impl<'u> Units<'u> {
    pub(super) fn of(names: impl Iterator<Item = &'u str>) -> Self {
        Self(
            names
                .filter_map(|name| Some((name, body::levels_of(name)?)))
                .collect(),
        )
    }

    /// Whether a locality of any level is among them.
    pub(super) fn include_a_locality(&self) -> bool {
        [Level::Province, Level::City, Level::County]
            .into_iter()
            .any(|level| self.0.iter().any(|(_, levels)| levels.include(level)))
    }
}

/// Leaves a clause that nobody else is addressed in to a body of the centre.
fn close(applicability: &mut Applicability, body: &str) {
    let Applicability {
        province,
        city,
        county,
    } = applicability;
    for verdict in [province, city, county] {
        let is_free = matches!(
            verdict,
            (Applies::Local, Reason::NothingReserved) | (Applies::Mixed | Applies::Unclear, _)
        );
        if is_free {
            let addressee = body.to_owned();
            *verdict = (Applies::Higher, Reason::HigherAddressee { addressee });
        }
    }
}

/// What one part of a sentence says of the level it falls to.
#[derive(Debug)]
struct Part<'t> {
    text: &'t str,
    /// The bodies it is addressed to, its own or those of a part before it.
    addressee: Option<(&'t str, Levels)>,
    /// The object that reserves it to the levels above `open_to`.
    object: Option<(&'t str, Open)>,
    /// The matter that may be meant for a level above the one it is open to.
    doubt: Option<(&'t str, Open)>,
    /// Only beside another reserved part.
    is_weak: bool,
    /// Besides what is reserved it holds something that is not.
    is_shared: bool,
    /// It says to what end or on what footing, and commits to nothing.
    is_attendant: bool,
}

/// Down to which level a matter is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Open {
    Nobody,
    Province,
    City,
    County,
}

impl Open {
    fn includes(self, level: Level) -> bool {
        match level {
            Level::Central => true,
            Level::Province => self >= Self::Province,
            Level::City => self >= Self::City,
            Level::County => self >= Self::County,
        }
    }
}

fn parts<'t>(text: &'t str, clause: Span, instruments: &[Instrument]) -> Vec<Part<'t>> {
    let mut parts: Vec<Part<'t>> = Vec::new();
    let mut addressee = None;
    let mut topic = None;
    let spans: Vec<_> = split(text, clause, instruments).collect();
    for (at, span) in spans.iter().enumerate() {
        let words = span.of(text);
        let own = body::subject(words);
        let doer = by_whom(words).filter(|_| own.is_none());
        if let Some(named) = own.or(doer.filter(|_| !is_qualified(words))) {
            addressee = Some(named);
            topic = None;
            if let Some(before) = parts.last_mut()
                && before.addressee.is_none()
                && (words.starts_with('由') || is_only_object(before.text))
            {
                before.is_attendant = true;
            }
        }
        let is_last = at + 1 == spans.len();
        let mut part = if words.ends_with('的') && !is_last {
            Part::of(words)
        } else {
            read(text, *span, instruments)
        };
        part.addressee = addressee.or(doer);
        part.is_shared |= names_localities_too(&part);
        if comments(words) {
            topic = topic.or_else(|| parts.last().and_then(act_told_of));
        }
        part.object = part.object.or(topic);
        if part.object.is_some() {
            let before = parts.iter_mut().rev();
            let open = before.take_while(|part| part.addressee.is_none() && part.object.is_none());
            for before in open.filter(|part| is_only_object(part.text)) {
                before.is_attendant = true;
            }
        }
        parts.push(part);
    }
    parts
}

/// Whether a part only names what the body after it deals with:
/// `对有贡献的单位，国务院……`.
fn is_only_object(part: &str) -> bool {
    part.starts_with('对')
        && !["要", "应", "加强", "开展", "进行", "予以", "给予", "严肃"]
            .iter()
            .any(|act| part.contains(act))
}

/// The act that the part after it says more of: `制定……标准，应当……`. Rules
/// that every level makes are not one act.
fn act_told_of<'t>(part: &Part<'t>) -> Option<(&'t str, Open)> {
    let is_of_all_levels = ["规章", "规范性文件"]
        .iter()
        .any(|rules| part.text.contains(rules));
    part.object
        .filter(|(act, _)| object::is_one_act(act) && !is_of_all_levels)
}

/// Whether a part may tell how the act named before it is to be done.
fn comments(part: &str) -> bool {
    ["应当", "必须", "方可", "可"]
        .iter()
        .any(|modal| part.starts_with(modal))
        && !["可再生", "可回收", "可持续"]
            .iter()
            .any(|quality| part.starts_with(quality))
}

/// `由中央军委制定`: the body named as the one who does it.
fn by_whom(part: &str) -> Option<(&str, Levels)> {
    let at = part.find('由')? + '由'.len_utf8();
    body::subject(&part[at..])
}

/// Whether the one who does it only qualifies what the part sets up, and does
/// not do what the parts after it say: `建立由教育部牵头的……`.
fn is_qualified(part: &str) -> bool {
    part.find('由').is_some_and(|at| {
        ["建立", "形成", "完善", "健全", "构建"]
            .iter()
            .any(|verb| part[..at].contains(verb))
    })
}

/// Parts at commas and semicolons outside titles and brackets, less the words
/// that only join.
fn split<'a>(
    text: &'a str,
    clause: Span,
    instruments: &'a [Instrument],
) -> impl Iterator<Item = Span> + 'a {
    let mut from = clause.start;
    let mut at = clause.start;
    std::iter::from_fn(move || {
        while from < clause.end {
            let stop = PART_ENDS
                .find(&text[at..clause.end])
                .map_or(clause.end, |mark| at + mark.start);
            let inside = instruments
                .iter()
                .find(|title| title.span.start < stop && stop < title.span.end);
            if let Some(title) = inside {
                at = title.span.end;
                continue;
            }
            let part = Span::new(from, stop).trimmed(text);
            from = text[stop..clause.end]
                .chars()
                .next()
                .map_or(clause.end, |mark| stop + mark.len_utf8());
            at = from;
            if !part.is_empty() {
                return Some(without_joining_words(text, part));
            }
        }
        None
    })
}

static PART_ENDS: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::new(["，", "；", ",", ";"]));

static JOINING_WORDS: LazyLock<Vocabulary> = LazyLock::new(|| {
    Vocabulary::new([
        "同时",
        "并",
        "还要",
        "也要",
        "要",
        "积极稳妥地",
        "积极",
        "进一步",
        "切实",
        "认真",
        "抓紧",
        "加快",
        "尽快",
    ])
});

fn without_joining_words(text: &str, part: Span) -> Span {
    let mut start = part.start;
    while let Some(word) = JOINING_WORDS.at_start(&text[start..part.end]) {
        start += word.end;
    }
    if start == part.end {
        part
    } else {
        Span::new(start, part.end)
    }
}

impl<'t> Part<'t> {
    /// A part in which nothing is reserved.
    fn of(text: &'t str) -> Self {
        Self {
            text,
            addressee: None,
            object: None,
            doubt: None,
            is_weak: false,
            is_shared: false,
            is_attendant: object::is_attendant(text),
        }
    }
}

/// What a part of a sentence says of itself.
fn read<'t>(text: &'t str, span: Span, instruments: &[Instrument]) -> Part<'t> {
    let words = span.of(text);
    let part = Part::of(words);
    let made = instruments
        .iter()
        .filter(|title| span.contains(title.span))
        .find_map(|title| made_above(text, title));
    if made.is_some() {
        return Part {
            object: made,
            ..part
        };
    }
    let for_nobody = |words| (words, Open::Nobody);
    let rules = || object::makes_rules(words).map(for_nobody);
    if !object::has_sign(words) {
        return Part {
            object: rules(),
            ..part
        };
    }
    if let Some((reform, is_shared)) = object::joint_reforms(words) {
        return Part {
            object: Some((reform, Open::Nobody)),
            is_shared,
            ..part
        };
    }
    let matter = object::reserved(words);
    let is_weak = matter.is_some_and(|matter| matter.kind == Reserved::BesideAnother);
    let is_doubtful = matter.is_some_and(|matter| matter.kind == Reserved::Doubtful);
    let matter = matter.map(|matter| (matter.words, matter.open));
    if matter.is_some() && !is_weak && !is_doubtful {
        return Part {
            object: matter,
            ..part
        };
    }
    let object = object::directs_localities(words)
        .map(for_nobody)
        .or_else(|| object::reports_to_centre(words).map(|words| (words, Open::Province)))
        .or_else(|| object::lays_down_for_all(words).map(for_nobody))
        .or_else(|| object::keeps_for_all(words).map(for_nobody))
        .or_else(|| rank(words))
        .or_else(rules);
    if object.is_some() {
        return Part { object, ..part };
    }
    Part {
        object: matter.filter(|_| is_weak),
        doubt: matter.filter(|_| is_doubtful),
        is_weak,
        ..part
    }
}

/// Officials of a rank are overseen from above it: `地（厅）级` by the province.
fn rank(part: &str) -> Option<(&str, Open)> {
    if !part.contains('级') {
        return None;
    }
    for (words, open) in [
        (
            ["地（厅）级", "厅局级", "地厅级", "市（厅）级"],
            Open::Province,
        ),
        (["县（处）级", "县处级", "处级干部", "县级党政"], Open::City),
    ] {
        for word in words {
            if let Some(at) = part.find(word) {
                let after = &part[at + word.len()..];
                let downwards = after.starts_with("及以下")
                    || after.starts_with("以下")
                    || after.starts_with("以上");
                return (!downwards).then(|| (&part[at..at + word.len()], open));
            }
        }
    }
    None
}

/// A titled document that somebody above is to make or revise.
fn made_above<'t>(text: &'t str, instrument: &Instrument) -> Option<(&'t str, Open)> {
    let verb = instrument.verb?.of(text);
    let makes = [
        "制定", "制订", "修订", "修改", "修正", "起草", "出台", "颁布", "废止", "编制",
    ]
    .iter()
    .any(|make| verb.starts_with(make));
    let title = instrument.span.of(text);
    makes.then(|| (title, place_of(title)))
}

/// Down to which level a document is made, by the place its title begins with.
fn place_of(title: &str) -> Open {
    let name = title.trim_start_matches(['《', '〈']);
    let near = name
        .char_indices()
        .nth(12)
        .map_or(name, |(at, _)| &name[..at]);
    if near.starts_with("中华人民共和国") || near.starts_with("中国") || near.starts_with("全国")
    {
        return Open::Nobody;
    }
    [
        ("省", Open::Province),
        ("自治区", Open::Province),
        ("市", Open::City),
        ("自治州", Open::City),
        ("县", Open::County),
        ("区", Open::County),
    ]
    .into_iter()
    .filter_map(|(place, open)| near.find(place).map(|at| (at, open)))
    .filter(|&(at, _)| (6..=21).contains(&at))
    .min_by_key(|&(at, _)| at)
    .map_or(Open::Nobody, |(_, open)| open)
}

fn verdict(parts: &[Part<'_>], level: Level) -> (Applies, Reason) {
    let mut higher: Option<Above<'_>> = None;
    let mut addressed_here: Option<&str> = None;
    let mut doubt: Option<&str> = None;
    let mut open = false;
    let strong = parts
        .iter()
        .any(|part| !part.is_weak && reserved_above(part, level).is_some());
    for part in parts {
        let reserved = reserved_above(part, level).filter(|_| !part.is_weak || strong);
        match (reserved, part.addressee) {
            (Some(above), _) => {
                higher = higher.or(Some(above));
                open |= part.is_shared;
            }
            (None, Some((addressee, _))) => {
                addressed_here = addressed_here.or(Some(addressee));
                open = true;
            }
            (None, None) => match part.doubt.filter(|(_, open)| !open.includes(level)) {
                Some((words, _)) => doubt = doubt.or(Some(words)),
                None => open |= !part.is_attendant,
            },
        }
    }
    match (higher, open, doubt) {
        (Some(above), true, _) => (
            Applies::Mixed,
            Reason::Both {
                higher: above.words().to_owned(),
            },
        ),
        (Some(above), false, _) => (Applies::Higher, above.reason()),
        (None, false, Some(sign)) => (
            Applies::Unclear,
            Reason::Contradictory {
                sign: sign.to_owned(),
            },
        ),
        (None, ..) => (
            Applies::Local,
            addressed_here.map_or(Reason::NothingReserved, |addressee| {
                Reason::LocalAddressee {
                    addressee: addressee.to_owned(),
                }
            }),
        ),
    }
}

/// One part that holds both: `中央……、地方各级……`, `国家鼓励各地区……`. What
/// is done to localities from above does not: `督促各地区……`.
fn names_localities_too(part: &Part<'_>) -> bool {
    match part.addressee {
        Some(_) => HELPED_LOCALITIES.is_in(part.text),
        None => LOCALITIES_TOO.is_in(part.text) && object::directs_localities(part.text).is_none(),
    }
}

static HELPED_LOCALITIES: LazyLock<Vocabulary> = LazyLock::new(|| {
    Vocabulary::new([
        "鼓励各地",
        "支持各地",
        "鼓励地方",
        "支持地方",
        "鼓励有条件的地",
        "支持有条件的地",
    ])
});

static LOCALITIES_TOO: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(["地方各级", "各级地方", "中央和地方", "各地区"]));

/// What reserves a part to a higher level, in its own words.
#[derive(Debug, Clone, Copy)]
enum Above<'t> {
    Addressee(&'t str),
    Object(&'t str),
}

impl<'t> Above<'t> {
    fn words(self) -> &'t str {
        let (Self::Addressee(words) | Self::Object(words)) = self;
        words
    }

    fn reason(self) -> Reason {
        match self {
            Self::Addressee(addressee) => Reason::HigherAddressee {
                addressee: addressee.to_owned(),
            },
            Self::Object(object) => Reason::HigherObject {
                object: object.to_owned(),
            },
        }
    }
}

fn reserved_above<'t>(part: &Part<'t>, level: Level) -> Option<Above<'t>> {
    match part.addressee {
        Some((_, levels)) if levels.include(level) => None,
        Some((addressee, _)) => Some(Above::Addressee(addressee)),
        None => part
            .object
            .filter(|(_, open)| !open.includes(level))
            .map(|(object, _)| Above::Object(object)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::{ClauseKind, instrument};

    fn read_alone(text: &str) -> Applicability {
        let span = Span::new(0, text.len());
        let clause = Clause {
            id: String::new(),
            node: 0,
            kind: ClauseKind::Measure,
            span,
            instruments: instrument::instruments(text, span),
            deadlines: Vec::new(),
        };
        of_clause(text, &clause)
    }

    #[test]
    fn a_sentence_is_read_part_by_part() {
        use Applies::{Higher, Local, Mixed, Unclear};
        for (text, province, city) in [
            ("国家推行垃圾分类，减少一次性用品。", Higher, Higher),
            ("国家鼓励和支持各地区先行先试。", Mixed, Mixed),
            ("国家实行取水许可，县级人民政府负责登记。", Mixed, Mixed),
            ("由省级水利部门核定水量，向社会公布。", Local, Higher),
            ("水量分配的办法，由国务院水利部门规定。", Higher, Higher),
            ("对有贡献的单位，国务院给予表彰。", Higher, Higher),
            ("对泵站加强维护，国务院给予补助。", Mixed, Mixed),
            ("建立由教育部牵头的会商机制，开展培训。", Mixed, Mixed),
            ("督促地方清理收费，公布结果。", Mixed, Mixed),
            ("对各地区灌溉面积开展抽查。", Higher, Higher),
            ("鼓励地方建设泵站。", Local, Local),
            ("对小水电收入，免征增值税。", Higher, Higher),
            ("完善全国山洪预警平台，提高精度。", Higher, Higher),
            ("完善全国与省级山洪预警平台。", Local, Local),
            ("建设国家级灌区系统。", Local, Local),
            ("起草节水灌溉法，听取意见。", Mixed, Mixed),
            ("修订治沙办法。", Higher, Higher),
            ("对试点城市开展督导检查。", Higher, Higher),
            ("修订鼓励节水产业目录。", Higher, Higher),
            ("鼓励企业制定节水技术标准。", Local, Local),
            ("制定茶叶质量标准，应当听取意见。", Higher, Higher),
            ("制定行政法规、规章，应当听取意见。", Mixed, Mixed),
            ("制定锅炉排放标准。", Local, Higher),
            ("制定茶叶地方标准。", Local, Local),
            ("重大险情及时向国务院报告。", Local, Higher),
            ("设区的市的规划应当报国务院备案。", Local, Local),
            ("没有出台行政法规的，地方可以先行规定。", Local, Local),
            ("深化医药卫生和财税体制改革。", Mixed, Mixed),
            ("深化财税和金融体制改革。", Higher, Higher),
            ("优化通关流程，提高效率。", Unclear, Unclear),
            ("优化通关流程，建设仓库。", Local, Local),
            ("改进巡视工作。", Local, Unclear),
        ] {
            let verdict = read_alone(text);
            assert_eq!(
                (verdict.province.0, verdict.city.0),
                (province, city),
                "{text}"
            );
        }
    }

    #[test]
    fn units_open_a_clause_unless_the_centre_does_one_act() {
        use Applies::{Higher, Local, Mixed, Unclear};
        for (text, units, expected) in [
            (
                "制定共享单车管理的意见。",
                &["商务部", "各地区"][..],
                Higher,
            ),
            ("制定共享单车管理的意见。", &["各地区"], Mixed),
            ("修订《茶叶管理办法》。", &["农业农村部", "各地区"], Higher),
            ("完善个人所得税制度。", &["财政部", "各地区"], Mixed),
            ("优化通关流程。", &["海关总署", "各地区"], Unclear),
            ("优化通关流程。", &["各地区"], Local),
            ("建设泵站。", &["水利部", "各地区"], Local),
            ("建设泵站。", &["水利部"], Local),
        ] {
            let mut verdicts = [read_alone(text)];
            consider_units(&mut verdicts, &Units::of(units.iter().copied()), false);
            assert_eq!(verdicts[0].city.0, expected, "{text} {units:?}");
        }
        // Where localities are named as a rule, the centre alone acts alone.
        for (text, units, expected) in [
            ("建设泵站。", &["水利部"][..], Higher),
            ("建设泵站。", &["水利部", "各地区"], Local),
            ("建设泵站。", &["相关单位"], Local),
            ("各县要建设泵站。", &["水利部"], Local),
        ] {
            let mut verdicts = [read_alone(text)];
            consider_units(&mut verdicts, &Units::of(units.iter().copied()), true);
            assert_eq!(verdicts[0].city.0, expected, "{text} {units:?}");
        }
    }
}
