//! Bad input: what is refused, with a message that says what, where and what
//! to do, and nothing written; and what is read all the same.

mod common;

use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use common::{plan, stderr, stdout};
use zip::write::SimpleFileOptions;

/// A folder for one test, with a place where results could be written.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
        }
    }

    /// Lays a file down; its path.
    fn lay(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(&path, bytes).expect("a file");
        path.display().to_string()
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// Runs the arguments in both languages with `-o` a file that stands
    /// already: status 2, these messages, the file as it was, none beside it.
    fn refuses(&self, arguments: &[&str], en: &str, zh: &str) {
        let out = self.lay("out/result.txt", "the old result");
        for (lang, word, message) in [("en", "error", en), ("zh", "错误", zh)] {
            let all = [arguments, &["--lang", lang, "-o", &out]].concat();
            assert_eq!(stderr(&all, 2), format!("{word}: {message}\n"), "{all:?}");
            assert_eq!(
                std::fs::read_to_string(&out).expect("there"),
                "the old result",
                "{all:?}"
            );
            let beside = std::fs::read_dir(Path::new(&out).parent().expect("a folder"));
            assert_eq!(beside.expect("a folder").count(), 1, "{all:?}");
        }
    }
}

const RELATIONSHIPS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// A zip of these parts.
fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

/// A Word document with this as its text part.
fn docx(document: &[u8]) -> Vec<u8> {
    zipped(&[
        ("_rels/.rels", RELATIONSHIPS.as_bytes()),
        ("word/document.xml", document),
    ])
}

fn paragraph(inside: &str) -> String {
    format!(
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{inside}</w:t></w:r></w:p></w:body></w:document>"#
    )
}

#[test]
fn a_file_that_is_no_document_is_refused() {
    let compound = |stream: &str| {
        let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
        [
            &b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..],
            &[0; 512],
            &name.collect::<Vec<_>>(),
        ]
        .concat()
    };
    let entity = format!(
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{}",
        paragraph("&x;")
    );
    let climbing = zipped(&[
        ("_rels/.rels", RELATIONSHIPS.as_bytes()),
        ("word/document.xml", paragraph("一、加强领导").as_bytes()),
        ("../../evil.txt", b"1"),
    ]);
    let cut = paragraph("一、加强领导").replace("</w:body>", "");
    let cases: [(&str, Vec<u8>, &str, &str); 11] = [
        (
            "empty.txt",
            vec![],
            "the file is empty; check that it was saved",
            "文件为空；请确认已正确保存",
        ),
        (
            "blanks.txt",
            " \r\n\t\u{3000}\n\u{feff}".into(),
            "the file holds only blanks; check that it was saved",
            "文件中只有空白；请确认已正确保存",
        ),
        (
            "program.txt",
            (0..=255).cycle().take(10_000).collect(),
            "this is no text file; save the document as .txt or .docx and try again",
            "这不是文本文件；请另存为 .txt 或 .docx 后重试",
        ),
        (
            "plan.pdf",
            b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(),
            "this is a PDF; copy its text into a .txt file, or convert it to .docx",
            "这是 PDF 文件；请将文字复制到 .txt 文件，或转换为 .docx",
        ),
        (
            "plan.doc",
            compound("WordDocument"),
            "this is an old Word file (.doc); open it in Word or WPS and save it as .docx",
            "这是旧版 Word 文件（.doc）；请用 Word 或 WPS 打开后另存为 .docx",
        ),
        (
            "bomb.docx",
            docx(&[&paragraph("").into_bytes()[..], &vec![b' '; 30 << 20]].concat()),
            "word/document.xml unpacks to far more than a document holds; if you trust the file, save it again as .docx",
            "word/document.xml 解压后体积异常；如文件可信，请重新另存为 .docx",
        ),
        (
            "climbing.docx",
            climbing,
            "a part of the document points outside it: ../../evil.txt; if you trust the file, save it again as .docx",
            "文件中有指向外部的路径：../../evil.txt；如文件可信，请重新另存为 .docx",
        ),
        (
            "entity.docx",
            docx(entity.as_bytes()),
            "word/document.xml declares entities, which no Word document does; if you trust the file, save it again as .docx",
            "word/document.xml 含有实体声明，正常的 Word 文件没有；如文件可信，请重新另存为 .docx",
        ),
        (
            "cut.docx",
            docx(cut.as_bytes()),
            "the Word document is broken: word/document.xml: it is not well-formed XML; open it in Word or WPS and save it again as .docx",
            "Word 文件已损坏：word/document.xml：不是合法的 XML；请用 Word 或 WPS 打开后重新另存为 .docx",
        ),
        (
            "without-part.docx",
            zipped(&[("_rels/.rels", RELATIONSHIPS.as_bytes())]),
            "the Word document is broken: word/document.xml: it is missing; open it in Word or WPS and save it again as .docx",
            "Word 文件已损坏：word/document.xml：缺失；请用 Word 或 WPS 打开后重新另存为 .docx",
        ),
        (
            "script.html",
            "<html><body><script>render()</script></body></html>".into(),
            "no text was found in it; if the text is a picture or made by a script, copy it into a .txt file",
            "其中没有文字；如文字为图片或由脚本生成，请复制到 .txt 文件",
        ),
    ];
    let desk = Desk::new();
    for (name, bytes, en, zh) in cases {
        let path = desk.lay(name, bytes);
        desk.refuses(
            &["show", &path],
            &format!("{path}: {en}"),
            &format!("{path}: {zh}"),
        );
    }
}

#[test]
fn a_file_larger_than_the_limit_is_refused_and_the_limit_can_be_raised() {
    let desk = Desk::new();
    let path = desk.lay("large.txt", "一、加强领导\n".repeat(10));
    desk.refuses(
        &["show", &path, "--max-bytes", "100"],
        &format!("{path}: the file is larger than 100 bytes; raise the limit with --max-bytes"),
        &format!("{path}: 文件超过 100 字节的上限；可用 --max-bytes 提高上限"),
    );
    stdout(&["show", &path, "--max-bytes", "190"], 0);
}

#[test]
fn a_tree_that_grows_past_the_limits_is_read_with_a_warning() {
    let desk = Desk::new();
    let path = desk.lay(
        "plan.txt",
        "某市工作方案\n一、甲\n（一）乙\n1. 丙\n二、丁\n三、戊\n",
    );
    let cases: [(&[&str], &str); 3] = [
        (
            &["--max-levels", "2"],
            "plan.txt:4:1: PLAN022 more than 2 levels; deeper ones were kept as siblings\n",
        ),
        (
            &["--max-nodes", "5"],
            "plan.txt:5:1: PLAN023 more than 5 pieces; the rest was kept as one, raise the limit with --max-nodes\n",
        ),
        (&["--max-levels", "3", "--max-nodes", "6"], ""),
    ];
    for (limits, expected) in cases {
        let all = [&["check", &path], limits].concat();
        let found = stdout(&all, i32::from(!expected.is_empty()));
        let found = found.replace(&desk.path(""), "");
        assert_eq!(found, expected, "{limits:?}");
    }
}

#[test]
fn a_place_that_is_no_file_is_refused() {
    let desk = Desk::new();
    let folder = desk.path("");
    desk.refuses(
        &["show", &folder],
        &format!("{folder} is a folder; name one document in it"),
        &format!("{folder} 是文件夹；请指定其中一份文件"),
    );
    if cfg!(unix) {
        desk.refuses(
            &["show", "/dev/zero"],
            "/dev/zero is a device; name a document, or `-` for standard input",
            "/dev/zero 是设备；请指定一份文件，或用 `-` 表示标准输入",
        );
    }
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new();
    let path = desk.lay("private.txt", "一、加强领导\n");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).expect("ours");
    if std::fs::read(&path).is_ok() {
        eprintln!("left out: whoever runs this may read everything");
        return;
    }
    desk.refuses(
        &["show", &path],
        &format!(
            "cannot read {path}: permission denied; ask its owner for the right, or use a copy elsewhere"
        ),
        &format!("无法读取 {path}：没有权限；请向所有者申请权限，或改用其他位置的副本"),
    );
}

#[test]
fn a_result_that_cannot_be_written_says_where_and_why() {
    let desk = Desk::new();
    let nowhere = desk.path("missing/result.txt");
    let folder = desk.path("");
    let cases = [
        (
            nowhere.as_str(),
            "there is no such file or folder; check its name",
            "没有这个文件或文件夹；请检查名称",
        ),
        (
            folder.as_str(),
            "it is a folder; name a file in it",
            "它是文件夹；请指定其中的文件",
        ),
        (
            "/dev/full",
            "the disk is full; free some space, or name another place with `-o`",
            "磁盘已满；请清理磁盘，或用 `-o` 指定其他位置",
        ),
    ];
    for (place, en, zh) in cases {
        if place == "/dev/full" && !Path::new(place).exists() {
            continue;
        }
        for command in [
            vec!["show", "central"],
            vec!["diff", "central", "weihai", "--format", "table"],
            vec!["diff", "central", "weihai", "--format", "json"],
            vec!["diff", "central", "weihai", "--format", "csv"],
            vec!["diff", "central", "weihai", "--format", "xlsx"],
            vec!["report", "central", "weihai"],
            vec!["check", "--format", "sarif"],
        ] {
            for (lang, expected) in [
                ("en", format!("error: cannot write {place}: {en}\n")),
                ("zh", format!("错误: 无法写入 {place}：{zh}\n")),
            ] {
                let all = [&command[..], &["-o", place, "--lang", lang]].concat();
                assert_eq!(stderr(&all, 2), expected, "{all:?}");
            }
        }
    }
}

#[test]
fn results_of_many_documents_that_cannot_be_written_say_where_and_why() {
    let desk = Desk::new();
    desk.lay("locals/a.txt", "一、加强领导\n");
    let nowhere = desk.path("missing/result.csv");
    let mut cases = vec![(
        nowhere.as_str(),
        "there is no such file or folder; check its name",
    )];
    if Path::new("/dev/full").exists() {
        cases.push((
            "/dev/full",
            "the disk is full; free some space, or name another place with `-o`",
        ));
    }
    for (place, why) in cases {
        let all = [
            "coverage",
            "central",
            "--locals",
            &desk.path("locals"),
            "--format",
            "csv",
            "-o",
            place,
        ];
        assert_eq!(
            stderr(&all, 2),
            format!("error: cannot write {place}: {why}\n"),
            "{all:?}"
        );
    }
}

#[test]
fn a_folder_of_results_that_cannot_be_written_says_where_and_why() {
    let desk = Desk::new();
    let nowhere = desk.path("missing/tables");
    let file = desk.lay("tables.txt", "ours");
    let cases = [
        (
            &nowhere,
            format!("cannot write {nowhere}: there is no such file or folder; check its name"),
            format!("无法写入 {nowhere}：没有这个文件或文件夹；请检查名称"),
        ),
        (
            &file,
            format!("{file} is a file, and a folder is to be written; name another"),
            format!("{file} 是文件，而此处需写入文件夹；请另行指定"),
        ),
    ];
    for (place, en, zh) in cases {
        let command = ["export", "central", "--format", "csv", "-o", place];
        for (lang, expected) in [
            ("en", format!("error: {en}\n")),
            ("zh", format!("错误: {zh}\n")),
        ] {
            let all = [&command[..], &["--lang", lang]].concat();
            assert_eq!(stderr(&all, 2), expected, "{all:?}");
        }
    }
    assert_eq!(std::fs::read_to_string(file).expect("kept"), "ours");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_no_success() {
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .expect("a device");
    let output = plan(&["show", "central"])
        .stdout(full)
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "error: cannot write standard output: the disk is full; free some space, or name another place with `-o`\n"
    );
}

#[cfg(unix)]
#[test]
fn a_folder_as_standard_input_is_refused() {
    let desk = Desk::new();
    for command in [&["show", "-"][..], &["stream"], &["check", "-"]] {
        for (lang, expected) in [
            (
                "en",
                "error: cannot read standard input: it is a folder; name a file in it\n",
            ),
            (
                "zh",
                "错误: 无法读取 标准输入：它是文件夹；请指定其中的文件\n",
            ),
        ] {
            let all = [command, &["--lang", lang]].concat();
            let folder = std::fs::File::open(desk.folder.path()).expect("a folder");
            let output = plan(&all).stdin(folder).output().expect("it starts");
            assert_eq!(output.status.code(), Some(2), "{all:?}");
            assert_eq!(
                String::from_utf8_lossy(&output.stderr).lines().next(),
                Some(expected.trim_end()),
                "{all:?}"
            );
        }
    }
}

#[test]
fn a_register_that_cannot_be_trusted_is_refused() {
    let desk = Desk::new();
    let entry = |id: &str, file: &str| {
        format!(
            "[[document]]\nid = '{id}'\ntitle = '某市方案'\nlevel = 'city'\nfile = '{file}'\nsha256 = '00'\n"
        )
    };
    desk.lay("a.txt", "一、加强领导\n");
    let folder = desk.path("");
    let register = desk.path("corpus.toml");
    let cases = [
        (
            entry("甲", "a.txt") + &entry("甲", "b.txt"),
            format!(
                "{register}: the id “甲” stands twice; give each document an id of its own"
            ),
            format!("{register}：标识“甲”重复；每份文件的标识须不同"),
        ),
        (
            entry("甲", "../a.txt"),
            format!("{register}: “../a.txt” lies outside the corpus folder; move it in"),
            format!("{register}：“../a.txt”在语料库文件夹之外；请移入文件夹"),
        ),
        (
            entry("甲", "a.txt"),
            "“甲” is not the file that the register records (its SHA-256 is d5398215fea9075799f549d10cb8dcd681b835d0ee1f62abd247bb5488f0b690); put the recorded file back, or run `plan add` to record this one".into(),
            "“甲”与清单记载的文件不符（SHA-256 为 d5398215fea9075799f549d10cb8dcd681b835d0ee1f62abd247bb5488f0b690）；请恢复原文件，或用 `plan add` 重新登记".into(),
        ),
    ];
    for (text, en, zh) in cases {
        desk.lay("corpus.toml", text);
        desk.refuses(&["show", "甲", "--corpus", &folder], &en, &zh);
    }
    std::fs::remove_file(&register).expect("ours");
    desk.refuses(
        &["show", "甲", "--corpus", &folder],
        &format!("there is no register {register}; name a folder that holds a corpus.toml, or make one with `plan add FOLDER`"),
        &format!("没有清单 {register}；请指定含有 corpus.toml 的文件夹，或用 `plan add 文件夹` 生成"),
    );
}

#[test]
fn a_crosswalk_of_another_document_is_refused() {
    let desk = Desk::new();
    let coded = |sha256: &str, span: &str| {
        format!(
            r#"{{"reference": "central", "local": "weihai", {sha256}
            "clauses": [{{"span": {span}, "kind": "measure", "status": "gap", "links": []}}],
            "locals": []}}"#
        )
    };
    let path = desk.path("gold.json");
    let cases = [
        (
            coded(r#""reference_sha256": "00","#, "[0, 3]"),
            format!(
                "{path} was coded on another file than “central” (their SHA-256 differ), so its spans do not fit; name the file it was coded on"
            ),
            format!(
                "{path} 所依据的文件不是“central”（SHA-256 不同），其位置不适用；请指定当时的文件"
            ),
        ),
        (
            coded("", "[0, 99000000]"),
            format!(
                "{path} was coded on another file than “central”, which has no byte 99000000; name the file it was coded on"
            ),
            format!("{path} 所依据的文件不是“central”：其中没有第 99000000 字节；请指定当时的文件"),
        ),
    ];
    for (text, en, zh) in cases {
        desk.lay("gold.json", text);
        desk.refuses(&["eval", &path], &en, &zh);
    }
}

#[test]
fn decisions_that_cannot_be_read_are_refused() {
    let desk = Desk::new();
    let missing = desk.path("missing.json");
    let folder = desk.path("");
    let other = desk.lay("other.json", "{\"schema\": \"plan.coverage/1\"}");
    let cases = [
        (
            &missing,
            format!("cannot read {missing}: there is no such file or folder; check its name"),
            format!("无法读取 {missing}：没有这个文件或文件夹；请检查名称"),
        ),
        (
            &folder,
            format!("cannot read {folder}: it is a folder; name a file in it"),
            format!("无法读取 {folder}：它是文件夹；请指定其中的文件"),
        ),
        (
            &other,
            format!(
                "{other} holds no decisions (plan.decisions/1, or a workbook that `plan diff -o x.xlsx` wrote): missing field `reference` at line 1 column 29"
            ),
            format!(
                "{other} 不是核定意见文件（plan.decisions/1，或 `plan diff -o x.xlsx` 生成的工作簿）：missing field `reference` at line 1 column 29"
            ),
        ),
    ];
    for (file, en, zh) in cases {
        desk.refuses(
            &["diff", "central", "weihai", "--decisions", file],
            &en,
            &zh,
        );
    }
}

/// The codes of what `check` notices, each once; the status is 0 or 1.
fn noticed(path: &str) -> Vec<String> {
    let output = plan(&["check", path, "--format", "json"])
        .output()
        .expect("the program starts");
    assert!(
        matches!(output.status.code(), Some(0 | 1)),
        "{path}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let form: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let mut codes: Vec<String> = form["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|diagnostic| diagnostic["code"].as_str().expect("a code").to_owned())
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

#[test]
fn what_is_damaged_or_odd_is_read_all_the_same() {
    let utf16 =
        |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let sound = "某市工作方案\n一、加强领导\n（一）落实责任。各单位要落实责任。\n";
    let nested: String = (1..=200)
        .chain([10_000])
        .map(|depth| format!("{} 加强建设\n", vec!["1"; depth].join(".")))
        .collect();
    let cases: [(&str, Vec<u8>, &[&str]); 9] = [
        ("sound.txt", sound.into(), &[]),
        (
            "cut-utf8.txt",
            sound.as_bytes()[..sound.len() - 5].to_vec(),
            &["PLAN002"],
        ),
        ("utf16-without-mark.txt", utf16(sound), &["PLAN001"]),
        (
            "one-line.txt",
            format!("一、{}", "加强领导，落实责任。".repeat(2_000_000 / 30)).into(),
            &[],
        ),
        (
            "empty-items.txt",
            format!("某市工作方案\n一、总则\n{}", "（一）\n".repeat(100_000)).into(),
            &["PLAN011"],
        ),
        (
            "nested.txt",
            format!("某市工作方案\n{nested}").into(),
            &["PLAN022"],
        ),
        (
            "open-tags.html",
            format!("<html><body>{}一、加强领导", "<div>".repeat(1_000_000)).into(),
            &[],
        ),
        (
            "open-lists.html",
            format!(
                "<html><body>{}一、加强领导",
                "<ol><li><table><td>".repeat(250_000)
            )
            .into(),
            &[],
        ),
        (
            "brackets.txt",
            format!("{}\n{}一、加强领导", sound, "（《“".repeat(100_000)).into(),
            &[],
        ),
    ];
    let desk = Desk::new();
    for (name, bytes, expected) in cases {
        let path = desk.lay(name, bytes);
        let codes = noticed(&path);
        for code in expected {
            assert!(codes.iter().any(|found| found == code), "{name}: {codes:?}");
        }
    }
}

#[test]
fn names_of_files_may_be_odd() {
    let desk = Desk::new();
    let everywhere = [
        "a b.txt",
        "“甲”.txt",
        "-x.txt",
        "甲'乙.txt",
        "%41&.txt",
        "#1;2.txt",
    ];
    // Windows has no such names.
    let elsewhere = ["甲\"乙.txt", "<b>.txt"];
    let elsewhere = elsewhere.iter().filter(|_| cfg!(not(windows)));
    for name in everywhere.iter().chain(elsewhere) {
        let path = desk.lay(name, "某市工作方案\n一、加强领导\n");
        for form in ["table", "json", "csv", "markdown"] {
            assert!(
                !stdout(&["diff", "central", &path, "--format", form], 0).is_empty(),
                "{name} as {form}"
            );
        }
    }
}

/// A text that would steer a terminal, run in a page and calculate in a
/// workbook.
const HOSTILE: &str = "某市\u{1b}]0;甲\u{7}工作方案\n一、加强\u{1b}[31m领导\u{202e}干部\u{2066}</script><script>alert(1)</script>\n（一）=HYPERLINK(\"http://a\")加强建设。\n=1+1要加强建设工作。@SUM(A1)要加强建设。\n（二）\u{9b}31m落实责任\u{85}。要落实责任。\n牵头单位：=cmd|' /C calc'!A0、\u{202e}市纪委\n";

#[test]
fn nothing_in_a_document_steers_what_shows_it() {
    let desk = Desk::new();
    let name = if cfg!(windows) {
        "hostile.txt"
    } else {
        "hostile\u{1b}[31m.txt"
    };
    let path = desk.lay(name, HOSTILE);
    let acts = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let commands: [&[&str]; 18] = [
        &["show", &path],
        &["show", &path, "1"],
        &["diff", "central", &path],
        &["diff", "central", &path, "--side-by-side"],
        &["diff", "central", &path, "--format", "csv"],
        &["diff", "central", &path, "--format", "markdown"],
        &["report", "central", &path],
        &["coverage", "central", &path],
        &["coverage", "central", &path, "--format", "csv"],
        &["check", &path, "-v"],
        &["check", &path, "--format", "full", "-v"],
        &["check", &path, "--format", "github"],
        &["check", &path, "--format", "junit"],
        &["units", &path],
        &["explain", "central:1", &path],
        &["export", &path, "--format", "akn"],
        &["export", &path, "--format", "graphml"],
        &["export", &path, "--format", "dot"],
    ];
    for command in commands {
        let output = plan(command).output().expect("the program starts");
        for stream in [output.stdout, output.stderr] {
            let text = String::from_utf8(stream).expect("UTF-8");
            assert!(!text.contains(acts), "{command:?}: {text:?}");
            let page = text.starts_with("<!");
            assert!(!page || !text.contains("<script>alert"), "{command:?}");
        }
    }
    for (file, command) in [("a.xlsx", "diff"), ("a.docx", "report")] {
        let place = desk.path(file);
        stdout(&[command, "central", &path, "-o", &place], 0);
        let mut zip = zip::ZipArchive::new(std::fs::File::open(&place).expect("written"))
            .expect("an archive");
        for at in 0..zip.len() {
            let mut text = String::new();
            let mut part = zip.by_index(at).expect("a part");
            let name = part.name().expect("UTF-8").into_owned();
            part.read_to_string(&mut text).expect("UTF-8");
            assert!(
                !text.contains(|c| acts(c) && !c.is_whitespace()),
                "{}",
                name
            );
            assert!(
                !text.contains("<f>") && !text.contains("<script>"),
                "{}",
                name
            );
        }
    }
    let tables = desk.path("tables");
    stdout(&["export", &path, "--format", "csv", "-o", &tables], 0);
    let mut csvs = vec![stdout(&["diff", "central", &path, "--format", "csv"], 0)];
    for table in ["documents", "nodes", "clauses", "responsibilities"] {
        let csv = std::fs::read_to_string(format!("{tables}/{table}.csv"));
        csvs.push(csv.expect("a table"));
    }
    for csv in csvs {
        assert!(!csv.contains(acts), "{csv:?}");
        for record in csv::Reader::from_reader(csv.as_bytes()).records() {
            for field in &record.expect("a row") {
                let formula =
                    field.starts_with(['=', '+', '-', '@']) && field.parse::<f64>().is_err();
                assert!(!formula, "{field}");
            }
        }
    }
    for missing in [
        &["show", "no\u{1b}[31msuch"][..],
        &["show", &path, "9\u{202e}9"],
    ] {
        assert!(!stderr(missing, 2).contains(acts), "{missing:?}");
    }
}
