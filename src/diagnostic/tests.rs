//! Every renderer over the same findings: a fault with a fix, information
//! about a whole document, a place far into a long line, a file that was
//! refused, and a document that tries to steer the terminal.

use super::full::Look;
use super::*;
use insta::assert_snapshot;
use std::io::{self, Write};

fn checked(file: &str, text: &str, noticed: &[(&str, Finding, Option<&str>)]) -> Checked {
    let diagnostics = noticed
        .iter()
        .map(|(quoted, finding, fix)| {
            let start = text.find(quoted).expect("the quoted text stands in it");
            let span = Span::new(start, start + quoted.len());
            let diagnostic = Diagnostic::new(finding.clone(), span);
            match fix {
                Some(text) => diagnostic.at_node("1.2").with_fix(span, *text),
                None => diagnostic,
            }
        })
        .collect();
    Checked {
        file: file.into(),
        text: text.into(),
        diagnostics,
    }
}

fn findings() -> Findings {
    let long = "坚持教育、制度、监督并重。".repeat(12);
    Findings {
        documents: vec![
            checked(
                "plans/某市.txt",
                &format!(
                    "一、加强教育\r\n1.编写教材。\r\n2、组织宣讲。\r\n4.检查落实。{long}\r\n牵头单位：市委宣传部、市委宣传部{long}\r\n"
                ),
                &[
                    (
                        "",
                        Finding::GuessedEncoding {
                            encoding: "gb18030".into(),
                        },
                        None,
                    ),
                    (
                        "2、",
                        Finding::MixedSeparators {
                            number: "2、".into(),
                            usual: "1.".into(),
                        },
                        Some("2."),
                    ),
                    (
                        "4.",
                        Finding::NumberGap {
                            before: "2、".into(),
                            after: "4.".into(),
                            missing: 1,
                        },
                        None,
                    ),
                    (
                        "市委宣传部坚持",
                        Finding::UnitNamedTwice {
                            unit: "市委宣传部".into(),
                        },
                        None,
                    ),
                ],
            ),
            checked(
                "a,b:100%\u{1b}.txt",
                "一、红\u{1b}[31m头\u{202e}文件\n二、甲\n二、乙\n",
                &[(
                    "红\u{1b}[31m头\u{202e}文",
                    Finding::DeletedTitle {
                        around: "红\u{1b}[31m头\u{202e}文\n二".into(),
                    },
                    None,
                )],
            ),
            checked("plans/clean.txt", "一、甲\n", &[]),
        ],
        refused: vec![Refused {
            file: "plans/旧.doc".into(),
            message: "plans/旧.doc: this is an old Word file".into(),
        }],
        accepted: 2,
    }
}

fn written(write: impl FnOnce(&Findings, &mut dyn Write) -> io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&findings(), &mut out).expect("a vector takes all");
    String::from_utf8(out).expect("UTF-8")
}

const LOOK: Look = Look {
    color: false,
    ascii: false,
    width: 80,
};

#[test]
fn concise_is_one_line_a_diagnostic() {
    assert_snapshot!(written(|all, out| concise::write(all, Lang::Zh, out)), @r"
    plans/某市.txt:1:1: PLAN001 文件未标明编码，按 gb18030 读取
    plans/某市.txt:3:1: PLAN017 “2、”的分隔符与同级编号（“1.”）不一致
    plans/某市.txt:4:1: PLAN012 “2、”之后为“4.”，其间缺 1 个编号
    plans/某市.txt:5:12: PLAN031 同一任务中“市委宣传部”重复列出
    a,b:100%␛.txt:1:3: PLAN040 此处文件名疑被删去：“红␛[31m头�文␊二”
    ");
    assert_snapshot!(written(|all, out| concise::write(all, Lang::En, out)), @r"
    plans/某市.txt:1:1: PLAN001 the encoding is not stated; read as gb18030
    plans/某市.txt:3:1: PLAN017 “2、” is written unlike the others of its level (“1.”)
    plans/某市.txt:4:1: PLAN012 “2、” is followed by “4.”: 1 number is missing between them
    plans/某市.txt:5:12: PLAN031 unit “市委宣传部” is named twice for this task
    a,b:100%␛.txt:1:3: PLAN040 a title seems to be deleted here: “红␛[31m头�文␊二”
    ");
}

#[test]
fn full_marks_the_place_under_the_source_line() {
    assert_snapshot!(written(|all, out| full::write(all, Lang::Zh, LOOK, out)), @r"
    提示[PLAN001]: 文件未标明编码，按 gb18030 读取
      ╭▸ plans/某市.txt:1:1
      │
    1 │ 一、加强教育
      ╰╴━

    提示[PLAN017]: “2、”的分隔符与同级编号（“1.”）不一致
      ╭▸ plans/某市.txt:3:1
      │
    3 │ 2、组织宣讲。
      │ ━━━
      │
      ╰ 建议: 将“2、”改为“2.”

    警告[PLAN012]: “2、”之后为“4.”，其间缺 1 个编号
      ╭▸ plans/某市.txt:4:1
      │
    4 │ 4.检查落实。坚持教育、制度、监督并重。坚持教育、制度、监督并重。坚持教…
      ╰╴━━

    警告[PLAN031]: 同一任务中“市委宣传部”重复列出
      ╭▸ plans/某市.txt:5:12
      │
    5 │ 牵头单位：市委宣传部、市委宣传部坚持教育、制度、监督并重。坚持教育、制…
      ╰╴                      ━━━━━━━━━━━━━━

    警告[PLAN040]: 此处文件名疑被删去：“红␛[31m头�文␊二”
      ╭▸ a,b:100%␛.txt:1:3
      │
    1 │ 一、红␛[31m头�文件
      ╰╴    ━━━━━━━━━━━━
    ");
}

#[test]
fn full_can_be_drawn_in_ascii() {
    let ascii = Look {
        ascii: true,
        ..LOOK
    };
    let text = written(|all, out| full::write(all, Lang::En, ascii, out));
    assert_snapshot!(text.lines().take(12).collect::<Vec<_>>().join("\n"), @r"
    info[PLAN001]: the encoding is not stated; read as gb18030
     --> plans/某市.txt:1:1
      |
    1 | 一、加强教育
      | ^

    info[PLAN017]: “2、” is written unlike the others of its level (“1.”)
     --> plans/某市.txt:3:1
      |
    3 | 2、组织宣讲。
      | ^^^
      |
    ");
}

#[test]
fn full_names_the_true_column_of_a_place_far_into_a_line() {
    let line = "规划".repeat(50_000);
    let text = format!("{line}四、{line}");
    let gap = Finding::NumberNotFromOne {
        number: "四、".into(),
    };
    let all = Findings {
        documents: vec![checked("flat.txt", &text, &[("四、", gap, None)])],
        ..Findings::default()
    };
    let mut out = Vec::new();
    full::write(&all, Lang::En, LOOK, &mut out).expect("a vector takes all");
    assert_snapshot!(String::from_utf8(out).expect("UTF-8"), @r"
    warning[PLAN014]: the first number here is “四、”, not 1
      ╭▸ flat.txt:1:100001
      │
      ⸬  
    1 │ … 规划规划规划规划规划规划规划规划四、规划规划规划规划规划规划规划规划…
      ╰╴                                  ━━━━
    ");
}

#[test]
fn no_line_of_full_is_wider_than_the_terminal() {
    for width in [40, 80, 100, 132] {
        let look = Look { width, ..LOOK };
        let text = written(|all, out| full::write(all, Lang::Zh, look, out));
        // Messages are left to the terminal to wrap.
        let source = text.lines().filter(|line| line.contains('│'));
        for line in source {
            let columns = unicode_width::UnicodeWidthStr::width(line);
            assert!(columns <= width, "{columns} > {width}: {line}");
        }
    }
}

#[test]
fn no_renderer_for_a_terminal_lets_a_document_steer_it() {
    let outputs = [
        written(|all, out| concise::write(all, Lang::En, out)),
        written(|all, out| full::write(all, Lang::En, LOOK, out)),
        written(|all, out| github::write(all, Lang::En, out)),
        written(|all, out| junit::write(all, Lang::En, out)),
    ];
    for output in outputs {
        for line in output.lines() {
            assert_eq!(line, crate::words::visible::visible(line));
        }
    }
}

#[test]
fn github_annotations_are_escaped() {
    assert_snapshot!(written(|all, out| github::write(all, Lang::En, out)), @r"
    ::notice title=PLAN001 guessed-encoding,file=plans/某市.txt,line=1,col=1,endLine=1,endColumn=1::plans/某市.txt:1:1: PLAN001 the encoding is not stated; read as gb18030
    ::notice title=PLAN017 mixed-separators,file=plans/某市.txt,line=3,col=1,endLine=3,endColumn=3::plans/某市.txt:3:1: PLAN017 “2、” is written unlike the others of its level (“1.”)
    ::warning title=PLAN012 number-gap,file=plans/某市.txt,line=4,col=1,endLine=4,endColumn=3::plans/某市.txt:4:1: PLAN012 “2、” is followed by “4.”: 1 number is missing between them
    ::warning title=PLAN031 unit-named-twice,file=plans/某市.txt,line=5,col=12,endLine=5,endColumn=19::plans/某市.txt:5:12: PLAN031 unit “市委宣传部” is named twice for this task
    ::warning title=PLAN040 deleted-title,file=a%2Cb%3A100%25␛.txt,line=1,col=3,endLine=1,endColumn=12::a,b:100%25␛.txt:1:3: PLAN040 a title seems to be deleted here: “红␛[31m头�文␊二”
    ::error file=plans/旧.doc::plans/旧.doc: this is an old Word file
    ");
}

#[test]
fn json_is_the_form_of_plan_diagnostics() {
    assert_snapshot!(written(|all, out| json::write(all, Lang::Zh, out)));
}

#[test]
fn json_lines_hold_what_json_holds() {
    let all: serde_json::Value =
        serde_json::from_str(&written(|all, out| json::write(all, Lang::Zh, out))).expect("JSON");
    let lines: Vec<serde_json::Value> = written(|all, out| json_lines::write(all, Lang::Zh, out))
        .lines()
        .map(|line| serde_json::from_str(line).expect("a JSON line"))
        .collect();
    assert_eq!(all["diagnostics"], serde_json::Value::Array(lines));
}

#[test]
fn sarif_names_rule_place_and_fix() {
    let log = written(|all, out| sarif::write(all, Lang::En, out));
    let log: serde_json::Value = serde_json::from_str(&log).expect("SARIF is JSON");
    let run = &log["runs"][0];
    assert_eq!(
        run["tool"]["driver"]["rules"].as_array().map(Vec::len),
        Some(Rule::ALL.len())
    );
    let results = serde_json::to_string_pretty(&run["results"]).expect("JSON");
    assert_snapshot!(results);
}

#[test]
fn junit_is_well_formed_and_counts_its_cases() {
    let xml = written(|all, out| junit::write(all, Lang::En, out));
    let mut reader = quick_xml::Reader::from_str(&xml);
    reader.config_mut().check_end_names = true;
    let mut cases = 0;
    loop {
        match reader.read_event().expect("well-formed") {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                cases += usize::from(tag.name().as_ref() == "testcase");
                for attribute in tag.attributes() {
                    attribute.expect("an attribute");
                }
            }
            _ => {}
        }
    }
    assert!(xml.contains(&format!(
        "<testsuites name=\"plan check\" tests=\"{cases}\""
    )));
    assert_snapshot!(xml);
}

#[test]
fn statistics_count_by_rule_the_most_frequent_first() {
    let mut all = findings();
    let again = all.documents[0].diagnostics[2].clone();
    all.documents[2].diagnostics.push(again);
    let mut out = Vec::new();
    statistics::write(&all, &mut out).expect("a vector takes all");
    assert_snapshot!(String::from_utf8(out).expect("UTF-8"), @r"
    2  PLAN012  number-gap
    1  PLAN001  guessed-encoding
    1  PLAN017  mixed-separators
    1  PLAN031  unit-named-twice
    1  PLAN040  deleted-title
    ");
}
