//! What a document's own words say of it, where no register does.

use std::sync::LazyLock;

use regex::Regex;

use super::place::{self, Place};
use crate::task::{Level, date_in_line};
use crate::vocabulary::Vocabulary;

/// What of a document speaks of itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Opening<'t> {
    /// Its title, or the first of them.
    pub title: &'t str,
    /// What stands before the first number.
    pub front: &'t str,
    /// Its last lines.
    pub back: &'t str,
}

/// What a document is taken for; nothing where nothing tells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guess {
    /// Its title in one line.
    pub title: String,
    /// The level of government that it speaks for.
    pub level: Option<Level>,
    /// The place that it is for, after what it lies in.
    pub place: Option<String>,
    /// That place's own name.
    pub place_name: Option<&'static str>,
    /// Its document number (发文字号).
    pub number: Option<String>,
    /// When it was issued, `YYYY-MM-DD` or `YYYY-MM`.
    pub date: Option<String>,
}

/// Guesses what a document is. Stronger evidence comes first: its title, who
/// published it, its number, its signature, whom it addresses, and last what
/// its preamble names.
pub fn guess(opening: &Opening) -> Guess {
    let number = number(opening);
    let agency = number
        .as_deref()
        .and_then(|number| number.split(['〔', '第']).next())
        .unwrap_or_default();
    let place = place(opening, agency);
    let level = place
        .as_ref()
        .map(|place| place.level)
        .or_else(|| level_without_place(opening, agency));
    Guess {
        title: title(opening),
        level,
        place_name: place.as_ref().map(|place| place.name),
        place: place
            .map(|place| place.full)
            .or_else(|| (level == Some(Level::Central)).then(|| "中央".to_owned())),
        number,
        date: date(opening),
    }
}

/// The title in one line; of an order (国务院令) that of what it issues.
fn title(opening: &Opening) -> String {
    let title = in_one_line(opening.title);
    let issued = || {
        let (_, after) = opening.front.split_once('《')?;
        let (issued, _) = after.split_once('》')?;
        (issued.chars().count() <= 60).then(|| in_one_line(issued))
    };
    title
        .ends_with('令')
        .then(issued)
        .flatten()
        .unwrap_or(title)
}

/// The title without line breaks, and without the blanks that set it wide.
fn in_one_line(title: &str) -> String {
    let is_blank = |char: char| char.is_whitespace();
    let mut line = String::with_capacity(title.len());
    let mut blanks = false;
    for char in title.chars() {
        if is_blank(char) {
            blanks = true;
            continue;
        }
        // Blanks part words of Latin letters only.
        if blanks
            && char.is_ascii_alphanumeric()
            && line.ends_with(|c: char| c.is_ascii_alphanumeric())
        {
            line.push(' ');
        }
        blanks = false;
        line.push(char);
    }
    line
}

const OF_THE_CENTRE: [&str; 6] = [
    "中共中央",
    "国务院",
    "全国",
    "中央",
    "国家",
    "中华人民共和国",
];

fn is_of_the_centre(title: &str) -> bool {
    OF_THE_CENTRE.iter().any(|mark| title.contains(mark))
}

fn place(opening: &Opening, agency: &str) -> Option<Place> {
    let title = in_one_line(opening.title);
    let own = title.split('《').next().unwrap_or_default();
    let named = |text: &str| place::first_named(text).or_else(|| place::opening_named(text));
    if let Some(place) = named(own) {
        return Some(place);
    }
    if is_of_the_centre(&title) {
        return None;
    }
    if let Some(place) = place::first_named(&title) {
        return Some(place);
    }
    let publisher = publisher(opening.front);
    if publisher.is_some_and(is_of_the_centre) {
        return None;
    }
    if let Some(place) = publisher.and_then(named) {
        return Some(place);
    }
    if let Some(place) = place::of_agency(agency).or_else(|| place::first_named(agency)) {
        return Some(place);
    }
    if is_central_agency(agency) {
        return None;
    }
    let lines = || opening.front.lines().chain(opening.back.lines());
    if let Some(place) = lines()
        .filter(|line| is_signature(line))
        .find_map(place::first_named)
    {
        return Some(place);
    }
    // The preamble names the place, if no other is above it: 广州市 in
    // 根据《中共广州市委…决定》.
    let preamble = place::first_named(opening.front)?;
    let addressed = addressed_level(opening.front);
    (addressed.is_none_or(|level| level == preamble.level)).then_some(preamble)
}

fn is_central_agency(agency: &str) -> bool {
    agency.starts_with("国务院")
        || agency.starts_with("中华人民共和国")
        || agency.starts_with("国发")
        || agency.starts_with("国办")
        || agency.starts_with("国函")
        || agency.starts_with("中发")
        || agency.starts_with("中办")
        || agency.starts_with("厅字")
}

/// The level where no place is named: by whom it addresses, who issued it, and
/// how it speaks of itself.
fn level_without_place(opening: &Opening, agency: &str) -> Option<Level> {
    let title = in_one_line(opening.title);
    let by_form = level_of_name(&title);
    if by_form.is_some() {
        return by_form;
    }
    let publisher = publisher(opening.front).unwrap_or_default();
    if is_central_agency(agency) || is_of_the_centre(publisher) {
        return Some(Level::Central);
    }
    addressed_level(opening.front).or_else(|| spoken_level(opening.front))
}

/// 各乡镇人民政府：, 各区县…：, 各市、州、县…：, 各省…： a document goes to
/// the level below its own.
fn addressed_level(front: &str) -> Option<Level> {
    let line = front.lines().map(str::trim).find(|line| {
        line.starts_with('各') && (line.ends_with([':', '：']) || line.contains('：'))
    })?;
    let line = line.split(['：', ':']).next().unwrap_or(line);
    let first = line.split(['，', ',']).next().unwrap_or(line);
    [
        (&["各省", "各自治区"][..], Level::Central),
        (&["各乡", "各镇", "各街道"], Level::County),
        (
            &["各市", "各设区", "各州", "各地区", "各盟", "各行署"],
            Level::Province,
        ),
        (&["各县", "各区", "各旗"], Level::City),
    ]
    .iter()
    .find(|(starts, _)| starts.iter().any(|start| first.starts_with(start)))
    .map(|&(_, level)| level)
}

/// 我省, 全市, 省委: how the preamble speaks of its own place.
fn spoken_level(front: &str) -> Option<Level> {
    [
        (["我县", "全县", "县委", "我区"], Level::County),
        (["我市", "全市", "本市", "市委"], Level::City),
        (["我省", "全省", "本省", "省政府"], Level::Province),
    ]
    .iter()
    .find(|(words, _)| words.iter().any(|word| front.contains(word)))
    .map(|&(_, level)| level)
}

/// The municipalities under the centre have a province's duties.
const MUNICIPALITIES: [&str; 4] = ["北京", "上海", "天津", "重庆"];

/// The level that the name of a place tells by its form, for places that no
/// table has.
fn level_of_name(title: &str) -> Option<Level> {
    let before_quotation = title.split('《').next().unwrap_or(title);
    let names = if before_quotation.chars().count() >= 2 {
        before_quotation
    } else {
        title
    };
    // Of these words it is the centre that speaks, even of cities: 国务院办公厅
    // …“无废城市”….
    if ["中共中央", "国务院", "中华人民共和国"]
        .iter()
        .any(|mark| title.starts_with(mark))
    {
        return Some(Level::Central);
    }
    if MUNICIPALITIES.iter().any(|name| names.contains(name))
        || names.contains("省")
        || names.contains("自治区")
    {
        return Some(if has_county(names) && !names.contains("省委") {
            Level::County
        } else {
            Level::Province
        });
    }
    if has_county(names) {
        return Some(Level::County);
    }
    if has_city(names) || names.contains("自治州") || names.contains('盟') {
        return Some(Level::City);
    }
    is_of_the_centre(title).then_some(Level::Central)
}

/// 市 as the end of a place name: not 城市, 市场, 市民, 都市.
fn has_city(names: &str) -> bool {
    let characters: Vec<char> = names.chars().collect();
    (0..characters.len()).any(|at| {
        characters[at] == '市'
            && !matches!(
                characters.get(at + 1),
                Some('场' | '民' | '容' | '政' | '值')
            )
            && (at == 0 || !matches!(characters[at - 1], '城' | '都' | '上' | '股' | '门' | '超'))
    })
}

/// 县, 旗 or 区 as the end of a place name: not 县级, 地区, 社区, 园区.
fn has_county(names: &str) -> bool {
    let characters: Vec<char> = names.chars().collect();
    characters
        .iter()
        .enumerate()
        .any(|(at, &character)| match character {
            '县' => characters.get(at + 1) != Some(&'级') && at > 0,
            '区' => {
                at > 1
                    && !matches!(
                        characters[at - 1],
                        '地' | '社' | '园' | '治' | '城' | '农' | '山' | '开' | '发'
                    )
            }
            _ => false,
        })
}

/// **发布机构**: 某某, 来源：某某
static PUBLISHER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:发布机构|发文机关|发文单位|制定机关|发布单位|来\s*源)\**\s*[:：]\s*([一-龥])")
});

/// 发布日期：2021年2月21日, 成文日期: 2020-06-18
static DATED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:日\s*期|时间)\**\s*[:：]\s*(?P<y>(?:19|20)[0-9]{2})[-年/.](?P<m>[0-9]{1,2})[-月/.](?P<d>[0-9]{1,2})",
    )
});

/// 2020年7月31日
static DAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?m)(?:^|[（(，]|已经)\s*(?P<y>(?:19|20)[0-9]{2})\s*年\s*(?P<m>[0-9]{1,2})\s*月\s*(?P<d>[0-9]{1,2})\s*日",
    )
});

/// 2021 年 9 月 in a line of its own.
static MONTH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?m)^\s*[（(]?\s*(?P<y>(?:19|20)[0-9]{2})\s*年\s*(?P<m>[0-9]{1,2})\s*月\s*[）)]?\s*$")
});

/// 国办发〔2018〕128号
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^\s*([一-龥][一-龥（）()]{0,14})\s*[〔\[［【（(]\s*((?:19|20)[0-9]{2})\s*[〕\]］】）)]\s*第?\s*([0-9]{1,4})\s*号",
    )
});

/// 国务院令第722号, 第 622 号 under it
static ORDER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"([一-龥]{2,20}令)[\s　]*第[\s　]*([0-9]{1,4})[\s　]*号"));

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is right")
}

/// Who published a document, as a label says: the word after it, its beginning
/// where it is very long.
fn publisher(front: &str) -> Option<&str> {
    let start = PUBLISHER.captures(front)?.get(1)?.start();
    let word = front[start..].split(char::is_whitespace).next()?;
    let end = word.char_indices().nth(LONGEST_PUBLISHER);
    Some(end.map_or(word, |(end, _)| &word[..end]))
}

/// Longest name of who published a document, in characters.
const LONGEST_PUBLISHER: usize = 41;

/// Whether a line may be who issued a document: 湖北省农业农村厅.
fn is_signature(line: &str) -> bool {
    let line = line.trim();
    (3..=40).contains(&line.chars().count())
        && !line.contains(['，', '。', '：', '《', '；', ':'])
        && [
            "政府",
            "委员会",
            "市委",
            "省委",
            "县委",
            "区委",
            "办公室",
            "办公厅",
            "厅",
            "局",
            "委",
        ]
        .iter()
        .any(|end| line.ends_with(end))
}

/// The number under the title, or after it on the same line; one that the text
/// cites stands elsewhere.
fn number(opening: &Opening) -> Option<String> {
    let own = |line: &str| {
        line.find('号')?; // Seldom there, and found before the pattern is ready.
        let found = NUMBER.captures(line)?;
        let agency: String = found[1].split_whitespace().collect();
        Some(format!("{agency}〔{}〕{}号", &found[2], &found[3]))
    };
    let last = opening.title.lines().last().unwrap_or_default().trim();
    let title = in_one_line(opening.title);
    let numbered = opening.front.lines().find_map(|line| {
        let after = (!last.is_empty())
            .then(|| line.split_once(last))
            .flatten()
            .map_or(line, |(_, after)| after);
        own(after).or_else(|| own(line))
    });
    numbered.or_else(|| {
        let start = &opening.front[..opening.front.floor_char_boundary(1200)];
        // A law's own order stands in its heading or first brackets; what a
        // text of another kind says of orders is a citation.
        let is_decree = title.ends_with('令')
            || ["条例", "办法", "规定"]
                .iter()
                .any(|kind| title.contains(kind));
        let found = ORDER.captures(start).filter(|_| is_decree)?;
        let agency = found[1].rsplit('日').next().unwrap_or_default();
        let agency = agency.strip_prefix("中华人民共和国").unwrap_or(agency);
        Some(format!("{agency}第{}号", &found[2]))
    })
}

/// The days in notes of passage: 2020年7月31日 …常务委员会第二十二次会议通过.
fn passed(front: &str) -> Vec<regex::Captures<'_>> {
    let mut days = Vec::new();
    let mut from = 0;
    while let Some(found) = DAY.captures_at(front, from) {
        from = found.get_match().end();
        let rest = &front[from..];
        let end = rest.char_indices().nth(LONGEST_NOTE);
        let near = end.map_or(rest, |(end, _)| &rest[..end]);
        let note = near.split(['。', '；']).next().unwrap_or_default();
        if let Some(verb) = PASSING.find(note) {
            from += verb.end;
            days.push(found);
        }
    }
    days
}

static PASSING: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(["通过", "公布", "修正", "修订", "批准"]));

/// Longest note of passage after the day, its verb included, in characters.
const LONGEST_NOTE: usize = 202;

/// A date that a label or a note of passage tells; of several notes the last
/// to happen.
fn date(opening: &Opening) -> Option<String> {
    let day = |found: &regex::Captures| {
        let part = |name: &str| found[name].parse::<u32>().unwrap_or_default();
        let (year, month, day) = (part("y"), part("m"), part("d"));
        ((1..=12).contains(&month) && (1..=31).contains(&day))
            .then(|| format!("{year:04}-{month:02}-{day:02}"))
    };
    if let Some(found) = DATED.captures(opening.front) {
        return day(&found);
    }
    // Under the signature of the notice that a text is annexed to.
    if let Some(signed) = opening.front.lines().find_map(date_in_line) {
        return Some(signed.to_string());
    }
    if let Some(passed) = passed(opening.front).iter().filter_map(day).max() {
        return Some(passed);
    }
    let found = MONTH.captures(opening.front)?;
    let month: u32 = found["m"].parse().ok()?;
    (1..=12)
        .contains(&month)
        .then(|| format!("{}-{month:02}", &found["y"]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn levels_are_told_from_titles() {
        for (title, level) in [
            ("国务院办公厅关于加快发展的指导意见", Level::Central),
            ("国务院关于印发“无废城市”建设方案的通知", Level::Central),
            ("全国农业机械化发展规划", Level::Central),
            ("中华人民共和国大气污染防治法", Level::Central),
            ("江西省人民政府办公厅关于印发方案的通知", Level::Province),
            ("上海市贯彻落实的实施办法", Level::Province),
            ("重庆市人民政府关于加快产业发展的意见", Level::Province),
            ("广州市委贯彻《全国工作规划》实施方案", Level::City),
            ("上海市浦东新区实施方案", Level::County),
            ("某某自治县工作指导方案", Level::County),
            ("义乌市实施意见", Level::County),
        ] {
            let opening = Opening {
                title,
                ..Opening::default()
            };
            assert_eq!(guess(&opening).level, Some(level), "{title}");
        }
    }

    #[test]
    fn what_the_title_leaves_open_stands_around_it() {
        for (opening, level, place) in [
            (
                Opening {
                    title: "关于推进河道管理的意见",
                    front: "各镇人民政府，各街道办事处，市政府各部门：\n",
                    back: "义乌市人民政府\n2013年12月23日",
                },
                Some(Level::County),
                Some("浙江省金华市义乌市"),
            ),
            (
                Opening {
                    title: "支持发展的若干措施",
                    front: "各市、州、县人民政府：\n湖北省水利厅\n",
                    back: "",
                },
                Some(Level::Province),
                Some("湖北省"),
            ),
            (
                Opening {
                    title: "关于河道管理的意见",
                    front: "各县（市、区）人民政府：\n我市河道众多。\n",
                    back: "",
                },
                Some(Level::City),
                None,
            ),
            (
                Opening {
                    title: "关于河道管理的意见",
                    front: "**发布机构**: 中共中央\n",
                    back: "",
                },
                Some(Level::Central),
                Some("中央"),
            ),
            (
                Opening {
                    title: "河道管理的意见",
                    ..Opening::default()
                },
                None,
                None,
            ),
        ] {
            let guess = guess(&opening);
            assert_eq!(
                (guess.level, guess.place.as_deref()),
                (level, place),
                "{opening:?}"
            );
        }
    }

    #[test]
    fn a_documents_own_number_is_told_from_those_it_cites() {
        for (title, front, expected) in [
            (
                "关于河道的通知",
                "关于河道的通知\n某政办发〔2018〕12号\n",
                Some("某政办发〔2018〕12号"),
            ),
            (
                "关于河道的意见",
                "关于河道的意见某府发［2019］17号各区：",
                Some("某府发〔2019〕17号"),
            ),
            (
                "河道管理条例",
                "（2011 年 12 月 15 日某市人民政府令第 61 号公布）\n",
                Some("某市人民政府令第61号"),
            ),
            (
                "关于河道的意见",
                "根据《通知》（国办发〔2018〕12号）精神，\n",
                None,
            ),
        ] {
            let opening = Opening {
                title,
                front,
                back: "",
            };
            assert_eq!(guess(&opening).number.as_deref(), expected, "{front}");
        }
    }

    #[test]
    fn dates_are_read_from_labels_and_notes_of_passage() {
        for (front, expected) in [
            ("**发布日期**: 2021年2月21日\n", Some("2021-02-21")),
            ("日期： 2020-06-18 浏览量：1283\n", Some("2020-06-18")),
            (
                "1999年10月22日 某省人大常委会通过\n2020年7月31日 某省人大常委会修正\n",
                Some("2020-07-31"),
            ),
            ("某市某局\n2021 年 9 月\n", Some("2021-09")),
            ("到2010年5月1日前完成。\n", None),
        ] {
            let opening = Opening {
                title: "",
                front,
                back: "",
            };
            assert_eq!(guess(&opening).date.as_deref(), expected, "{front}");
        }
    }

    proptest! {
        /// One pattern for the whole note finds the same days; it is slow to be
        /// made ready.
        #[test]
        fn a_note_of_passage_goes_from_its_day_to_its_verb(
            front in "((（|，|已经|\n|某) ?20(18|19)年[1-3]月[1-9]日(某{199,201}|[某。，通]{0,3})(通过|批准)?){0,4}",
        ) {
            let note = Regex::new(
                r"(?m)(?:^|[（(，]|已经)\s*((?:19|20)[0-9]{2}\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日)[^。；]{0,200}?(?:通过|公布|修正|修订|批准)",
            )
            .expect("the pattern is right");
            let expected = note.captures_iter(&front).map(|found| found[1].to_owned());
            let before = ['（', '，', '已', '经', '\n', ' '];
            let days = passed(&front);
            let days = days.iter().map(|day| day[0].trim_start_matches(before).to_owned());
            prop_assert_eq!(days.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
        }
    }
}
