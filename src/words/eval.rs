//! What `plan eval` says.

use super::Lang;

phrases! {
    /// Column: what is measured.
    figure: "figure", "指标";
    /// Row.
    link_precision: "link precision", "链接精确率";
    /// Row.
    link_recall: "link recall", "链接召回率";
    /// Row.
    link_f1: "link F1", "链接 F1";
    /// Row.
    lax_link_f1: "lax link F1 (strength 1 counts)", "宽松链接 F1（计强度 1）";
    /// Row.
    recall_3: "recall of strength 3 (verbatim)", "强度 3（照录）召回率";
    /// Row.
    recall_2: "recall of strength 2 (adapted)", "强度 2（改写）召回率";
    /// Row.
    recall_1: "recall of strength 1 (part)", "强度 1（部分）召回率";
    /// Row.
    gap_precision: "gap precision", "未见对应精确率";
    /// Row.
    gap_recall: "gap recall", "未见对应召回率";
    /// Row.
    gap_f1: "gap F1", "未见对应 F1";
    /// Row.
    status_agreement: "status agreement", "状态一致率";
    /// Row.
    status_kappa: "status kappa", "状态 Kappa";
    /// Row.
    additions_f1: "additions F1", "新增任务 F1";
    /// Column.
    confidence: "confidence", "置信度";
    /// Column.
    links: "links", "链接数";
    /// Column.
    right: "right", "正确数";
    /// Column.
    share: "share right", "正确率";
    /// Column.
    mean: "mean confidence", "平均置信度";
    /// Below the calibration.
    calibration_left_out: "Each crosswalk judged by a model fitted to the others; links of strength 1 left out.",
        "每份对照表由拟合于其余对照表的模型判断；强度 1 的链接不计。";
    /// Below the calibration of the shipped model.
    calibration_shipped: "Judged by the shipped model; name two crosswalks or more to have each judged by a model fitted to the others. Links of strength 1 left out.",
        "由内置模型判断；给出两份以上对照表时，每份由拟合于其余对照表的模型判断。强度 1 的链接不计。";
    /// What the second column of a crosswalk is.
    left_out_note: "left out: judged by a model fitted to the other crosswalks named.", "留一：由拟合于其余对照表的模型判断。";
}

/// Heading of a column.
pub fn column(local: &str, left_out: bool, lang: Lang) -> String {
    match (left_out, lang) {
        (false, _) => local.to_owned(),
        (true, Lang::En) => format!("{local}, left out"),
        (true, Lang::Zh) => format!("{local}（留一）"),
    }
}

/// Why a crosswalk cannot be used.
pub mod error {
    use super::Lang;

    /// The file is no crosswalk.
    pub fn no_crosswalk(path: &str, cause: &str, lang: Lang) -> String {
        match lang {
            Lang::En => format!(
                "{path} is no crosswalk: {cause}; see fixtures/gold in the project for the form"
            ),
            Lang::Zh => format!("{path} 不是对照表：{cause}；格式见项目的 fixtures/gold"),
        }
    }

    /// The crosswalk was coded on another file.
    pub fn other_file(path: &str, document: &str, lang: Lang) -> String {
        match lang {
            Lang::En => format!(
                "{path} was coded on another file than “{document}” (their SHA-256 differ), so its spans do not fit; name the file it was coded on"
            ),
            Lang::Zh => format!(
                "{path} 所依据的文件不是“{document}”（SHA-256 不同），其位置不适用；请指定当时的文件"
            ),
        }
    }

    /// The crosswalk names places that the document does not have.
    pub fn past_the_end(path: &str, document: &str, at: usize, lang: Lang) -> String {
        match lang {
            Lang::En => format!(
                "{path} was coded on another file than “{document}”, which has no byte {at}; name the file it was coded on"
            ),
            Lang::Zh => format!(
                "{path} 所依据的文件不是“{document}”：其中没有第 {at} 字节；请指定当时的文件"
            ),
        }
    }

    /// The file is no alignment.
    pub fn no_alignment(path: &str, cause: &str, lang: Lang) -> String {
        match lang {
            Lang::En => format!(
                "{path} is no alignment: {cause}; `plan diff REF LOCAL --format json` writes one"
            ),
            Lang::Zh => {
                format!(
                    "{path} 不是比对结果：{cause}；可用 `plan diff REF LOCAL --format json` 生成"
                )
            }
        }
    }

    /// One alignment cannot be scored against several crosswalks.
    pub const fn one_crosswalk(lang: Lang) -> &'static str {
        lang.pick(
            "--alignment is scored against one crosswalk; name one",
            "--alignment 只能对照一份对照表；请只给一份",
        )
    }
}
