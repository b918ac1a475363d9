//! Places by name: provinces, prefectures and counties of today.
//!
//! `places.tsv` holds a prefecture a line: its province, its name, its
//! counties; a line without a prefecture holds those right under the province.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::task::Level;
use crate::vocabulary::Vocabulary;

const TABLE: &str = include_str!("places.tsv");

/// How a province is called in document numbers: 渝府发〔2019〕17号.
const ABBREVIATIONS: [(char, &str); 34] = [
    ('京', "北京市"),
    ('津', "天津市"),
    ('冀', "河北省"),
    ('晋', "山西省"),
    ('蒙', "内蒙古自治区"),
    ('内', "内蒙古自治区"),
    ('辽', "辽宁省"),
    ('吉', "吉林省"),
    ('黑', "黑龙江省"),
    ('沪', "上海市"),
    ('苏', "江苏省"),
    ('浙', "浙江省"),
    ('皖', "安徽省"),
    ('闽', "福建省"),
    ('赣', "江西省"),
    ('鲁', "山东省"),
    ('豫', "河南省"),
    ('鄂', "湖北省"),
    ('湘', "湖南省"),
    ('粤', "广东省"),
    ('桂', "广西壮族自治区"),
    ('琼', "海南省"),
    ('渝', "重庆市"),
    ('川', "四川省"),
    ('黔', "贵州省"),
    ('贵', "贵州省"),
    ('滇', "云南省"),
    ('云', "云南省"),
    ('藏', "西藏自治区"),
    ('陕', "陕西省"),
    ('甘', "甘肃省"),
    ('青', "青海省"),
    ('宁', "宁夏回族自治区"),
    ('新', "新疆维吾尔自治区"),
];

/// A place with what it lies in: 浙江省金华市义乌市.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// Its name after those of what it lies in.
    pub full: String,
    /// Its own name.
    pub name: &'static str,
    /// The level of its government.
    pub level: Level,
}

/// A line of the table, and the place in it.
#[derive(Debug, Clone, Copy)]
struct Known {
    province: &'static str,
    prefecture: &'static str,
    county: &'static str,
}

impl Known {
    const fn of_province(province: &'static str) -> Self {
        Self {
            province,
            prefecture: "",
            county: "",
        }
    }

    fn name(self) -> &'static str {
        let names = [self.county, self.prefecture, self.province];
        names
            .into_iter()
            .find(|name| !name.is_empty())
            .unwrap_or_default()
    }

    fn place(self) -> Place {
        let level = match (self.prefecture, self.county) {
            ("", "") => Level::Province,
            (_, "") => Level::City,
            _ => Level::County,
        };
        Place {
            full: [self.province, self.prefecture, self.county].concat(),
            name: self.name(),
            level,
        }
    }

    fn lies_in(self, text: &str) -> bool {
        let above = if self.county.is_empty() || self.prefecture.is_empty() {
            self.province
        } else {
            self.prefecture
        };
        text.contains(above)
    }
}

struct Gazetteer {
    /// The places whose names have three characters or more. Names of two
    /// characters (城区, 和县) are too often something else.
    places: Vec<Known>,
    /// Their names, numbered as they are.
    names: Vocabulary,
    /// Provinces and prefectures by their names without 省, 市 …
    short: HashMap<&'static str, Known>,
}

impl Gazetteer {
    /// All places of a name.
    fn named(&self, name: &str) -> Vec<Known> {
        let numbers = self.names.numbers(name);
        numbers.map(|number| self.places[number]).collect()
    }
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut places = Vec::with_capacity(TABLE.len() / "某某县 ".len());
    let mut short = HashMap::new();
    let mut last_province = "";
    for line in TABLE.lines() {
        let mut fields = line.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        let (province, prefecture, counties) = (next(), next(), next());
        let of = |prefecture, county| Known {
            province,
            prefecture,
            county,
        };
        if province != last_province {
            last_province = province;
            places.push(Known::of_province(province));
            short.insert(without_kind(province), Known::of_province(province));
        }
        if !prefecture.is_empty() {
            places.push(of(prefecture, ""));
            short
                .entry(without_kind(prefecture))
                .or_insert(of(prefecture, ""));
        }
        let counties = counties.split(' ').filter(|county| !county.is_empty());
        places.extend(counties.map(|county| of(prefecture, county)));
    }
    places.retain(|place| place.name().chars().count() > 2);
    Gazetteer {
        names: Vocabulary::new(places.iter().map(|place| place.name())),
        places,
        short,
    }
});

/// 山东省 → 山东, 内蒙古自治区 → 内蒙古, 威海市 → 威海; what would be left
/// with one character stays whole.
pub fn without_kind(name: &str) -> &str {
    const PEOPLES: [&str; 4] = ["壮族", "回族", "维吾尔", "特别"];
    let mut short = name;
    for kind in ["自治区", "自治州", "地区", "省", "市", "盟"] {
        if let Some(shorter) = short.strip_suffix(kind) {
            short = shorter;
            break;
        }
    }
    for people in PEOPLES {
        short = short.strip_suffix(people).unwrap_or(short);
    }
    if short.chars().count() < 2 {
        name
    } else {
        short
    }
}

/// The place that a text names first, as far down as it goes on naming
/// (浙江省 金华市 义乌市). A name that several places have is taken only where
/// the text names what it lies in.
pub(super) fn first_named(text: &str) -> Option<Place> {
    let mut found: Option<Known> = None;
    let mut end = 0;
    for name in GAZETTEER.names.find_all(text) {
        let known = GAZETTEER.named(&text[name.start..name.end]);
        let Some(above) = found else {
            found = match &known[..] {
                [only] => Some(*only),
                several => several.iter().copied().find(|one| one.lies_in(text)),
            };
            end = name.end;
            continue;
        };
        let within = known.iter().find(|one| is_within(**one, above));
        let Some(within) = within.filter(|_| name.start == end) else {
            break;
        };
        found = Some(*within);
        end = name.end;
    }
    found.map(Known::place)
}

/// The province or prefecture whose name without 省 or 市 opens the text:
/// 上海关于…, 中共威海市委….
pub(super) fn opening_named(text: &str) -> Option<Place> {
    let text = text.strip_prefix("中共").unwrap_or(text);
    let ends = text.char_indices().map(|(at, _)| at).skip(2).take(4);
    let longest = ends
        .filter_map(|end| GAZETTEER.short.get(&text[..end]))
        .last();
    longest.copied().map(Known::place)
}

/// The province that the agency of a document number stands for.
pub(super) fn of_agency(agency: &str) -> Option<Place> {
    let first = agency.chars().next()?;
    let rest = &agency[first.len_utf8()..];
    let (_, province) = ABBREVIATIONS.iter().find(|(short, _)| *short == first)?;
    // 新政发 may be 新疆 or any place that begins so; the province writes 府,
    // 政 or 委 right after its own sign.
    rest.starts_with(['府', '政', '委', '办', '发', '厅'])
        .then(|| Known::of_province(province).place())
}

fn is_within(known: Known, above: Known) -> bool {
    known.province == above.province
        && (above.prefecture.is_empty() || above.prefecture == known.prefecture)
        && above.county.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_with_what_it_lies_in() {
        for (text, expected) in [
            (
                "关于印发义乌市实施方案的通知",
                Some(("浙江省金华市义乌市", Level::County)),
            ),
            ("浙江省金华市实施办法", Some(("浙江省金华市", Level::City))),
            (
                "上海市浦东新区实施方案",
                Some(("上海市浦东新区", Level::County)),
            ),
            ("威海市发展规划", Some(("山东省威海市", Level::City))),
            ("重庆市政府意见", Some(("重庆市", Level::Province))),
            // 朝阳区 is in Beijing and in Changchun.
            ("朝阳区工作要点", None),
            (
                "长春市朝阳区工作要点",
                Some(("吉林省长春市朝阳区", Level::County)),
            ),
            ("建设无废城市的方案", None),
        ] {
            let found = first_named(text);
            let found = found
                .as_ref()
                .map(|place| (place.full.as_str(), place.level));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_short_name_counts_where_it_opens_the_text() {
        let place = |text| opening_named(text).map(|place| place.full);
        assert_eq!(place("上海关于加快发展的意见").as_deref(), Some("上海市"));
        assert_eq!(
            place("中共威海市委关于加强管理的意见").as_deref(),
            Some("山东省威海市")
        );
        assert_eq!(place("关于上海的意见"), None);
    }

    #[test]
    fn a_document_number_tells_the_province() {
        let place = |agency| of_agency(agency).map(|place| place.full);
        assert_eq!(place("渝府办发").as_deref(), Some("重庆市"));
        assert_eq!(place("赣府厅发").as_deref(), Some("江西省"));
        assert_eq!(place("国办发"), None);
    }
}
