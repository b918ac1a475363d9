//! What a document's own words say of it, where no register does.

use crate::task::Level;

/// The municipalities under the centre have a province's duties.
const MUNICIPALITIES: [&str; 4] = ["北京", "上海", "天津", "重庆"];

/// The level of government that a document speaks for, told from its title
/// and opening. A locality's own name decides; without one the centre's marks
/// do; else it is read as a city's.
pub fn guess_level(title: &str) -> Level {
    let before_quotation = title.split('《').next().unwrap_or(title);
    let names = if before_quotation.chars().count() >= 2 {
        before_quotation
    } else {
        title
    };
    if MUNICIPALITIES.iter().any(|name| names.contains(name))
        || names.contains("省")
        || names.contains("自治区")
    {
        return if has_county(names) && !names.contains("省委") {
            Level::County
        } else {
            Level::Province
        };
    }
    if has_county(names) {
        return Level::County;
    }
    if names.contains('市') || names.contains("自治州") || names.contains('盟') {
        return Level::City;
    }
    if [
        "中共中央",
        "国务院",
        "全国",
        "中央",
        "国家",
        "中华人民共和国",
    ]
    .iter()
    .any(|mark| title.contains(mark))
    {
        return Level::Central;
    }
    Level::City
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_told_from_titles() {
        for (title, level) in [
            ("国务院办公厅关于加快发展的指导意见", Level::Central),
            ("全国农业机械化发展规划", Level::Central),
            ("中华人民共和国大气污染防治法", Level::Central),
            ("江西省人民政府办公厅关于印发方案的通知", Level::Province),
            ("上海市贯彻落实的实施办法", Level::Province),
            ("重庆市人民政府关于加快产业发展的意见", Level::Province),
            ("广州市委贯彻《全国工作规划》实施方案", Level::City),
            ("上海市浦东新区实施方案", Level::County),
            ("某某自治县工作指导方案", Level::County),
        ] {
            assert_eq!(guess_level(title), level, "{title}");
        }
    }
}
