//! Short forms of policy prose, written out before clauses are compared: 招投标
//! and 招标投标 are the same words.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::vocabulary::Vocabulary;

/// Short and long form, or two names of one body. Only what means the same
/// wherever it stands in public documents.
#[rustfmt::skip]
const FORMS: [(&str, &str); 43] = [
    ("招投标", "招标投标"), ("监管", "监督管理"), ("内控", "内部控制"), ("督查", "监督检查"),
    ("考评", "考核评价"), ("追责", "追究责任"), ("环评", "环境影响评价"), ("宣教", "宣传教育"),
    ("党建", "党的建设"),
    ("人大", "人民代表大会"), ("村委会", "村民委员会"), ("居委会", "居民委员会"),
    ("人民检察院", "检察机关"), ("检察院", "检察机关"), ("人民法院", "审判机关"), ("法院", "审判机关"),
    ("财税", "财政税收"), ("国资", "国有资产"), ("国企", "国有企业"), ("民企", "民营企业"),
    ("企事业单位", "企业事业单位"), ("高等院校", "高等学校"), ("高校", "高等学校"),
    ("环保", "环境保护"), ("环卫", "环境卫生"), ("社保", "社会保障"), ("医保", "医疗保险"),
    ("低保", "最低生活保障"), ("新农合", "新型农村合作医疗"), ("疾控", "疾病预防控制"),
    ("公卫", "公共卫生"), ("职教", "职业教育"), ("科普", "科学技术普及"), ("科技", "科学技术"),
    ("科创", "科学技术创新"), ("文旅", "文化旅游"), ("电商", "电子商务"), ("农机", "农业机械"),
    ("农技", "农业技术"), ("种养", "种植养殖"), ("基建", "基本建设"), ("公车", "公务用车"),
    ("公务车辆", "公务用车"),
];

static SHORT: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(FORMS.iter().map(|&(short, _)| short)));
/// The text with its short forms written out.
pub(super) fn written_out(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut from = 0;
    for found in SHORT.find_all(text) {
        out.push_str(&text[from..found.start]);
        out.push_str(FORMS[found.word].1);
        from = found.end;
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_are_written_out_and_long_ones_left() {
        let cases = [
            ("加强招投标监管", "加强招标投标监督管理"),
            ("招标投标监督管理", "招标投标监督管理"),
            ("支持人民法院、检察院", "支持审判机关、检察机关"),
            ("高等院校和高校", "高等学校和高等学校"),
        ];
        for (text, expected) in cases {
            assert_eq!(written_out(text), expected);
        }
    }
}
