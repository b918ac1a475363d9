//! Which names are one body: `市发改委` and `市发展改革委`, but never
//! `市安全局` and `市安全监管局`.
//!
//! Names are compared whole, so that one within another brings nothing
//! together. The user's table goes before the rules.

use std::collections::BTreeMap;

use crate::task::Level;

/// Names that the user says are one body, by the name to be used.
pub type NameTable = BTreeMap<String, Vec<String>>;

/// Tells which names are one body.
#[derive(Debug, Clone, Default)]
pub struct Bodies {
    given: BTreeMap<String, String>,
}

/// Where a name stands: a city's `市法院` is its intermediate court.
#[derive(Debug, Clone, Copy)]
pub struct Seat<'p> {
    /// The place that the document is for: `山东省威海市`.
    pub place: Option<&'p str>,
    /// Its level of government.
    pub level: Level,
}

impl Bodies {
    /// The rules, and before them a table of the user's. A name in the table
    /// is taken as the table says and by no rule: one with an empty list
    /// stands alone.
    pub fn new(table: &NameTable) -> Self {
        let given = table.iter().flat_map(|(name, others)| {
            std::iter::once(name)
                .chain(others)
                .map(move |other| (other.clone(), name.clone()))
        });
        Self {
            given: given.collect(),
        }
    }

    /// The name to be used for a body, if the user's table gives one.
    pub fn given(&self, name: &str) -> Option<&str> {
        self.given.get(name).map(String::as_str)
    }

    /// What all names of one body, and of no other, have in common. It is
    /// compared, never shown.
    pub fn key(&self, name: &str, seat: Seat) -> String {
        if let Some(given) = self.given(name) {
            return given.to_owned();
        }
        let name = without_place(name, seat.place);
        let (level, office) = parted(&name);
        let office = plain(office);
        let office = full(&office, level, seat.level).unwrap_or(&office);
        let key = format!("{level}{office}");
        // The table may also be met by way of a rule.
        self.given(&key).map_or(key.clone(), str::to_owned)
    }
}

/// `威海市公安局` in a document for 山东省威海市 is `市公安局`.
fn without_place(name: &str, place: Option<&str>) -> String {
    let whole = || name.to_owned();
    let Some(place) = place else { return whole() };
    let last = place
        .rsplit_once(['省', '区'])
        .map_or(place, |(_, last)| last);
    let last = if last.is_empty() { place } else { last };
    let Some(kind) = LEVELS.iter().find(|level| last.ends_with(**level)) else {
        return whole();
    };
    match name.strip_prefix(last) {
        Some(rest) if !rest.is_empty() => format!("{kind}{rest}"),
        _ => whole(),
    }
}

const LEVELS: &[&str] = &["自治区", "自治州", "省", "市", "县", "区", "州", "盟", "旗"];

/// The level that a name begins with, and the office.
fn parted(name: &str) -> (&str, &str) {
    LEVELS
        .iter()
        .find_map(|level| {
            name.strip_prefix(level)
                .filter(|office| !office.is_empty())
                .map(|office| (*level, office))
        })
        .unwrap_or(("", name))
}

/// A name without what is said or left out at will: 和, 人民 before 政府,
/// the end of 委员会 and 办公室.
fn plain(office: &str) -> String {
    let mut plain: String = office
        .chars()
        .filter(|char| !matches!(char, '和' | '与'))
        .collect();
    for (long, short) in [
        ("人民政府", "政府"),
        ("监督管理", "监管"),
        ("行政管理局", "局"),
        ("委员会", "委"),
        ("办公室", "办"),
        ("常委会办", "办"),
    ] {
        plain = plain.replace(long, short);
    }
    plain
}

/// Offices that are called by several names; the first of each is the one
/// compared. Written as [`plain`] leaves them.
#[rustfmt::skip]
const OFFICES: &[&[&str]] = &[
    &["发展改革委", "发改委"],
    &["发展改革局", "发改局"],
    &["政府办", "府办"],
    &["政府法制办", "法制办"],
    &["政府外事办", "外事办", "外办", "政府外办"],
    &["政府金融办", "金融办", "金融工作办", "政府金融工作办"],
    &["政府研究室", "府研室"],
    &["纪委", "纪律检查委"],
    &["委编办", "编办", "编委办", "机构编制委办", "委机构编制委办"],
    &["委政研室", "委政策研究室"],
    &["委农办", "农办", "委农村工作领导小组办"],
    &["委政法委", "政法委", "委政法委委"],
    &["委直机关工委", "直机关工委", "委市直机关工委", "委直属机关工委", "直属机关工委"],
    &["检察院", "人民检察院"],
    &["国资委", "国有资产监管委", "政府国资委"],
    &["经济信息化委", "经信委"],
    &["经济贸易委", "经贸委"],
    &["工业信息化局", "工信局"],
    &["工业信息化厅", "工信厅"],
    &["人力资源社会保障局", "人社局", "人力社保局"],
    &["人力资源社会保障厅", "人社厅", "人力社保厅"],
    &["劳动社会保障局", "劳动保障局"],
    &["卫生健康委", "卫健委"],
    &["卫生健康局", "卫健局"],
    &["卫生计划生育委", "卫计委", "卫生计生委"],
    &["人口计划生育委", "人口计生委", "计生委"],
    &["住房城乡建设局", "住建局"],
    &["住房城乡建设厅", "住建厅"],
    &["住房城乡建设委", "住建委"],
    &["国土资源局", "国土局"],
    &["环境保护局", "环保局"],
    &["文化旅游局", "文旅局"],
    &["文化旅游厅", "文旅厅"],
    &["文化广电新闻出版局", "文广新局"],
    &["市场监管局"],
    &["工商局"],
    &["质量技术监督局", "质监局"],
    &["安全生产监管局", "安全监管局", "安监局"],
    &["食品药品监管局", "食药监局"],
    &["药品监管局", "药监局"],
    &["国家税务局", "国税局"],
    &["地方税务局", "地税局"],
    &["对外贸易经济合作局", "外经贸局"],
    &["妇联", "妇女联合会"],
    &["残联", "残疾人联合会"],
    &["文联", "文学艺术界联合会"],
    &["科协", "科学技术协会"],
    &["工商联", "工商业联合会"],
    &["纠风办", "政府纠风办", "政府纠正行业不正之风办"],
];

/// The full name of an office by the rules.
fn full<'o>(office: &'o str, prefix: &str, level: Level) -> Option<&'o str> {
    // A prefecture has one court of its own; a county-level city has one of
    // another name.
    if matches!(office, "法院" | "中院" | "中级法院" | "中级人民法院") && prefix == "市"
    {
        return (level == Level::City).then_some("中级人民法院");
    }
    OFFICES
        .iter()
        .find(|names| names.contains(&office))
        .map(|names| names[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> String {
        Bodies::default().key(
            name,
            Seat {
                place: Some("某省甲水市"),
                level: Level::City,
            },
        )
    }

    #[test]
    fn names_of_one_body_are_brought_together() {
        for names in [
            &[
                "市发改委",
                "市发展改革委",
                "市发展和改革委员会",
                "甲水市发改委",
            ][..],
            &["市府办", "市政府办", "市政府办公室", "市人民政府办公室"],
            &["市委办", "市委办公室"],
            &["市人大办", "市人大办公室", "市人大常委会办公室"],
            &["市法制办", "市政府法制办", "市政府法制办公室"],
            &["市安监局", "市安全监管局", "市安全生产监督管理局"],
            &["市纪委", "市纪律检查委员会"],
            &["市检察院", "市人民检察院"],
            &["市法院", "市中级人民法院"],
            &["市工商局", "市工商行政管理局"],
            &["市直机关工委", "市委市直机关工委"],
            &["省住建厅", "省住房和城乡建设厅"],
        ] {
            for name in names {
                assert_eq!(key(name), key(names[0]), "{name}");
            }
        }
    }

    #[test]
    fn bodies_that_are_not_one_stay_apart() {
        for names in [
            &["市安全局", "市安全监管局", "市公安局"][..],
            &["市发改委", "省发改委", "发展改革委", "区发改委"],
            &["市委办", "市府办", "市人大办", "市政协办"],
            &["市国税局", "市地税局", "市税务局", "市财政局"],
            &["市药监局", "市食品药品监管局"],
            &["市经贸委", "市经信委", "市经委", "市外经贸局"],
            &["市纪委", "市监察局", "市纪委监委"],
            &["市建委", "市建设规划局", "市规划局"],
            &["市检察院", "市法院"],
            &["市政府", "市委", "市人大", "市政府办"],
            &["市农业局", "市农办", "市农业农村局"],
            &["乙水市公安局", "市公安局"],
        ] {
            for (at, name) in names.iter().enumerate() {
                for other in &names[at + 1..] {
                    assert_ne!(key(name), key(other), "{name} {other}");
                }
            }
        }
    }

    #[test]
    fn a_county_level_city_has_a_court_of_another_name() {
        let seat = Seat {
            place: None,
            level: Level::County,
        };
        let bodies = Bodies::default();
        assert_ne!(
            bodies.key("市法院", seat),
            bodies.key("市中级人民法院", seat)
        );
    }

    #[test]
    fn the_users_table_goes_before_the_rules() {
        let table = NameTable::from([
            ("市建设局".to_owned(), vec!["市建委".to_owned()]),
            ("市府办".to_owned(), Vec::new()),
        ]);
        let bodies = Bodies::new(&table);
        let seat = Seat {
            place: None,
            level: Level::City,
        };
        assert_eq!(bodies.key("市建委", seat), bodies.key("市建设局", seat));
        assert_ne!(bodies.key("市府办", seat), bodies.key("市政府办公室", seat));
    }
}
