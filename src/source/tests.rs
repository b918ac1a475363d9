use super::*;
use encoding_rs::{BIG5, GBK};
use proptest::prelude::*;

/// Text written for these tests, with CRLF and the characters plans use.
const PLAIN: &str = "全市防汛工作实施办法\r\n一、总体要求\r\n（一）指导思想。坚持“预防为主、防治结合”，\
    全面落实各项责任，到2030年基本建成体系。\r\n1．完善预案。（市应急局负责）\r\n";
const TRADITIONAL: &str = "臺北市防洪工作實施辦法\r\n一、總體要求\r\n（一）指導思想。堅持預防為主，\
    全面落實各項責任，確保各區公所與有關機關密切配合，做好災害應變準備工作。\r\n";

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

fn with_mark(mark: &[u8], bytes: &[u8]) -> Vec<u8> {
    [mark, bytes].concat()
}

fn read_plain(bytes: &[u8]) -> Source {
    read(bytes, "plan.txt", &Limits::default()).expect("a text")
}

fn refusal(bytes: &[u8], name: &str) -> Refusal {
    read(bytes, name, &Limits::default())
        .expect_err("no text")
        .reason
}

fn rules(source: &Source) -> Vec<&'static str> {
    source
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.rule().name())
        .collect()
}

#[test]
fn text_comes_out_the_same_whatever_encoding_it_was_saved_in() {
    let gbk = GBK.encode(PLAIN).0.into_owned();
    let (little, big) = (
        utf16(PLAIN, u16::to_le_bytes),
        utf16(PLAIN, u16::to_be_bytes),
    );
    let cases = [
        ("utf-8", PLAIN.into(), "utf-8", false, None),
        (
            "utf-8, mark",
            with_mark(b"\xEF\xBB\xBF", PLAIN.as_bytes()),
            "utf-8",
            true,
            None,
        ),
        (
            "utf-16le, mark",
            with_mark(b"\xFF\xFE", &little),
            "utf-16le",
            true,
            None,
        ),
        (
            "utf-16be, mark",
            with_mark(b"\xFE\xFF", &big),
            "utf-16be",
            true,
            None,
        ),
        (
            "utf-16le",
            little,
            "utf-16le",
            false,
            Some("guessed-encoding"),
        ),
        ("utf-16be", big, "utf-16be", false, Some("guessed-encoding")),
        // Valid GB18030 with everyday characters is no guess: forty such files, no notice.
        ("gbk", gbk, "gb18030", false, None),
    ];
    for (case, bytes, encoding, bom, expected) in cases {
        let source = read_plain(&bytes);
        assert_eq!(source.text, PLAIN, "{case}");
        assert_eq!(
            (source.encoding, source.bom, source.bytes),
            (encoding, bom, bytes.len()),
            "{case}"
        );
        assert_eq!(rules(&source), Vec::from_iter(expected), "{case}");
    }
}

#[test]
fn traditional_text_is_told_apart_by_its_statistics_and_says_so() {
    for (encoding, name) in [(BIG5, "big5"), (GBK, "gb18030")] {
        let bytes = encoding.encode(TRADITIONAL).0;
        let source = read_plain(&bytes);
        assert_eq!((source.text.as_str(), source.encoding), (TRADITIONAL, name));
        assert_eq!(rules(&source), ["guessed-encoding"]);
    }
}

#[test]
fn characters_outside_gbk_are_read_from_four_bytes() {
    let text = format!("{PLAIN}㐀𠮷〇\n");
    let source = read_plain(&encoding_rs::GB18030.encode(&text).0);
    assert_eq!(
        (source.text.as_str(), source.encoding),
        (text.as_str(), "gb18030")
    );
}

#[test]
fn a_text_cut_inside_a_character_keeps_its_encoding() {
    for cut in 1..=2 {
        let whole = "一、加强领导";
        let source = read_plain(&whole.as_bytes()[..whole.len() - cut]);
        assert_eq!(
            (source.text.as_str(), source.encoding),
            ("一、加强领\u{FFFD}", "utf-8")
        );
        assert_eq!(rules(&source), ["text-replaced"]);
        assert_eq!(source.diagnostics[0].span, Span::new(15, 18));
    }
    let gbk = GBK.encode(PLAIN).0;
    let source = read_plain(&gbk[..gbk.len() - 3]);
    assert_eq!(
        (source.encoding, rules(&source)),
        ("gb18030", vec!["text-replaced"])
    );
}

#[test]
fn a_few_broken_bytes_do_not_change_the_encoding() {
    let mut utf8 = PLAIN.as_bytes().to_vec();
    utf8.insert(3, 0xFF);
    let source = read_plain(&utf8);
    assert_eq!(
        (source.encoding, rules(&source)),
        ("utf-8", vec!["text-replaced"])
    );
    assert_eq!(source.text.replace('\u{FFFD}', ""), PLAIN);

    let mut gbk = GBK.encode(PLAIN).0.into_owned();
    gbk.extend_from_slice(b"\xFF\r\n");
    let source = read_plain(&gbk);
    assert_eq!(
        (source.encoding, rules(&source)),
        ("gb18030", vec!["text-replaced"])
    );
}

#[test]
fn text_that_was_lost_before_is_reported_where_it_begins() {
    let source = read_plain("一、加强锟斤拷锟斤拷教育\n二、强化\u{FFFD}监督\n".as_bytes());
    assert_eq!(
        source.diagnostics[0].finding,
        Finding::TextReplaced { count: 3 }
    );
    assert_eq!(source.diagnostics[0].span.of(&source.text), "锟斤拷");
}

#[test]
fn every_prefix_of_a_text_is_read() {
    for text in [
        PLAIN.as_bytes(),
        &GBK.encode(PLAIN).0,
        &utf16(PLAIN, u16::to_le_bytes),
    ] {
        for end in 24..text.len() {
            let source = read_plain(&text[..end]);
            let sound = source.text.trim_end_matches('\u{FFFD}');
            assert!(PLAIN.starts_with(sound), "{end}: {sound}");
        }
    }
}

#[test]
fn what_is_no_text_is_refused_by_name() {
    let ole = |stream: &str| {
        let header = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        [header, utf16(stream, u16::to_le_bytes)].concat()
    };
    let cases: [(&str, Vec<u8>, Refusal); 22] = [
        ("a.txt", Vec::new(), Refusal::Empty),
        ("a.txt", " \r\n\u{3000}\t".into(), Refusal::Blank),
        ("a.txt", b"\xEF\xBB\xBF".to_vec(), Refusal::Blank),
        ("a.txt", b"\xFF\xFE".to_vec(), Refusal::Blank),
        ("a.bin", (0..=255).collect(), Refusal::Binary),
        ("a.txt", vec![0; 64], Refusal::Binary),
        ("a.pdf", b"%PDF-1.7\n%\xE2\xE3".to_vec(), Refusal::Pdf),
        ("a.doc", ole("WordDocument"), Refusal::LegacyWord),
        ("a.wps", ole("WordDocument"), Refusal::Wps),
        ("a.xls", ole("Workbook"), Refusal::Spreadsheet),
        ("a.ppt", ole("PowerPoint Document"), Refusal::Slides),
        ("a.docx", ole("EncryptedPackage"), Refusal::Encrypted),
        ("a.rtf", b"{\\rtf1\\ansi}".to_vec(), Refusal::Rtf),
        ("a.png", b"\x89PNG\r\n\x1A\n".to_vec(), Refusal::Picture),
        ("a.jpg", b"\xFF\xD8\xFF\xE0".to_vec(), Refusal::Picture),
        ("a.gif", b"GIF89a".to_vec(), Refusal::Picture),
        ("a.webp", b"RIFF\x10\0\0\0WEBP".to_vec(), Refusal::Picture),
        ("a.bmp", b"BM\x0A\0\0\0abcd".to_vec(), Refusal::Picture),
        ("a.7z", b"7z\xBC\xAF\x27\x1C".to_vec(), Refusal::Archive),
        ("a.rar", b"Rar!\x1A\x07\x01".to_vec(), Refusal::Archive),
        ("a.gz", b"\x1F\x8B\x08\0".to_vec(), Refusal::Archive),
        (
            "a.mht",
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related".to_vec(),
            Refusal::WebArchive,
        ),
    ];
    for (name, bytes, expected) in cases {
        assert_eq!(refusal(&bytes, name), expected, "{name}");
    }
}

#[test]
fn words_that_look_like_a_signature_are_text() {
    for text in [
        "BM厂区改造方案\n",
        "PK 大赛实施方案\n",
        "II*级\n",
        "文中提到 PDF- 格式\n",
    ] {
        assert_eq!(read_plain(text.as_bytes()).text, text);
    }
}

#[test]
fn a_refusal_says_which_file_what_it_is_and_what_to_do() {
    let error = read(b"%PDF-1.4", "dir/plan.pdf", &Limits::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "dir/plan.pdf: this is a PDF; copy its text into a .txt file, or convert it to .docx"
    );
    assert!(
        error
            .message(Lang::Zh)
            .starts_with("dir/plan.pdf: 这是 PDF 文件；请")
    );
}

#[test]
fn the_limit_is_in_bytes_and_inclusive() {
    let limits = Limits { bytes: 12 };
    assert!(read("四个汉字".as_bytes(), "a.txt", &limits).is_ok());
    let error = read("四个汉字。".as_bytes(), "a.txt", &limits).unwrap_err();
    assert_eq!(error.reason, Refusal::TooLarge { limit: 12 });
}

#[test]
fn the_checksum_is_of_the_file_not_of_the_text() {
    let bytes = GBK.encode(PLAIN).0;
    assert_eq!(read_plain(&bytes).sha256, sha256(&bytes));
    assert_eq!(
        sha256(b"abc"),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(source) = read(&bytes, "any", &Limits::default()) {
            for diagnostic in &source.diagnostics {
                prop_assert!(source.text.get(diagnostic.span.start..diagnostic.span.end).is_some());
            }
        }
    }

    #[test]
    fn any_text_without_control_characters_is_kept_to_the_byte(text in "[一-龥（）。、0-9a-z \r\n𠀀-𠀟]{1,80}") {
        prop_assume!(!text.trim().is_empty());
        let source = read_plain(text.as_bytes());
        prop_assert_eq!(source.text, text);
    }
}
