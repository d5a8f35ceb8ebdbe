//! PDFs written by hand to cost whoever takes them apart, or to hide something from him.

use std::fmt::Write as _;

use lopdf::{Dictionary, Stream};

use super::{ALL, Rejection, checked};

/// An object by its number, as it stands in the file.
type Written = (u32, Vec<u8>);

/// A PDF of one page: these objects, and `more` in its catalogue.
fn pdf(more: &str, objects: &[Written]) -> Vec<u8> {
    let mut pdf = format!(
        "%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R {more} >>\nendobj\n\
         2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
         3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>\nendobj\n"
    )
    .into_bytes();
    for (number, object) in objects {
        pdf.extend(format!("{number} 0 obj\n").as_bytes());
        pdf.extend(object);
        pdf.extend(b"\nendobj\n");
    }
    pdf.extend(b"trailer\n<< /Root 1 0 R >>\n%%EOF\n");
    pdf
}

fn stream(more: &str, content: Vec<u8>) -> Vec<u8> {
    let mut stream = Stream::new(Dictionary::new(), content);
    stream.compress().unwrap();
    let filter = if stream.dict.has(b"Filter") {
        "/Filter /FlateDecode"
    } else {
        ""
    };
    let mut object = format!("<< {more} {filter} /Length {} >>\nstream\n", stream.content.len()).into_bytes();
    object.extend(stream.content);
    object.extend(b"\nendstream");
    object
}

/// Objects in a stream that says how many and from where on; `more` is its type, say.
fn object_stream(more: &str, index: &str, objects: &[u8]) -> Vec<u8> {
    let (many, first) = (index.split_whitespace().count() / 2, index.len());
    let content = [index.as_bytes(), objects].concat();
    stream(&format!("{more} /N {many} /First {first}"), content)
}

async fn rejection(bytes: &[u8]) -> Option<Rejection> {
    checked(&ALL, "a.pdf", bytes).await.err()
}

#[tokio::test]
async fn actions_that_lead_to_the_same_ones_are_followed_once() {
    let action = |number: u32| {
        (
            number,
            format!(
                "<< /S /Named /Next [{}] >>",
                format!("{} 0 R ", number + 1).repeat(4)
            )
            .into_bytes(),
        )
    };
    let mut objects: Vec<Written> = (10..60).map(action).collect();
    objects.push((60, b"<< /S /Named /Next 10 0 R >>".to_vec()));
    assert_eq!(rejection(&pdf("/OpenAction 10 0 R", &objects)).await, None);

    objects[50].1 = b"<< /S /URI /URI (https://example.ch) >>".to_vec();
    for place in [
        "/OpenAction 10 0 R",
        "/AA << /O 10 0 R >>",
        "/X [<< /AA << /PO 10 0 R >> >>]",
    ] {
        assert_eq!(
            rejection(&pdf(place, &objects)).await,
            Some(Rejection::ActivePdf),
            "{place}"
        );
    }
}

#[tokio::test]
async fn pages_that_lead_to_the_same_ones_are_followed_once() {
    let pages = |number: u32| {
        (
            number,
            format!("<< /Kids [{}] >>", format!("{} 0 R ", number + 1).repeat(4)).into_bytes(),
        )
    };
    let mut objects: Vec<Written> = (10..60).map(pages).collect();
    objects.push((60, b"<< /Kids [10 0 R] >>".to_vec()));
    let pageless = String::from_utf8(pdf("", &objects))
        .unwrap()
        .replace("/Pages 2 0 R", "/Pages 10 0 R");

    assert_eq!(rejection(pageless.as_bytes()).await, Some(Rejection::BrokenPdf));
}

#[tokio::test]
async fn one_long_object_named_many_times_is_refused() {
    let items = [b"[".as_slice(), &b"0 ".repeat(300_000), b"]"].concat();
    let index: String = (100..125).fold(String::new(), |mut index, number| {
        write!(index, "{number} 0 ").unwrap();
        index
    });
    let one = object_stream("/Type /ObjStm", &index, &items);
    assert!(one.len() < 10_000);

    assert_eq!(
        rejection(&pdf("", &[(10, one)])).await,
        Some(Rejection::PdfTooBig)
    );
}

#[tokio::test]
async fn texts_inside_each_other_are_not_read_for_ever() {
    // Each object begins within the text of the one before, and all end with the last.
    let index: String = (0..3_000).fold(String::new(), |mut index, number| {
        write!(index, "{} {} ", number + 100, number * 2).unwrap();
        index
    });
    let texts = [b"\\(".repeat(1_000_000).as_slice(), b")"].concat();
    let one = object_stream("/Type /ObjStm", &index.replace(" 0 ", " 1 "), &texts[1..]);
    assert_eq!(
        rejection(&pdf("", &[(10, one)])).await,
        Some(Rejection::PdfTooBig)
    );

    let heads = [
        b"10 0 obj (\\".repeat(90).as_slice(),
        &b" ".repeat(4_000_000),
        b")",
    ]
    .concat();
    assert_eq!(
        rejection(&pdf("", &[(9, heads)])).await,
        Some(Rejection::PdfTooBig)
    );
}

#[tokio::test]
async fn many_streams_that_unfold_far_each_are_refused_together() {
    let blanks = object_stream("/Type /ObjStm", "99 0 ", &b" ".repeat(8_000_000));
    let objects: Vec<Written> = (10..60).map(|number| (number, blanks.clone())).collect();

    assert_eq!(rejection(&pdf("", &objects)).await, Some(Rejection::PdfTooBig));
}

#[tokio::test]
async fn streams_that_read_much_to_unfold_nothing_are_refused() {
    // Each unfolds to the head of the next, and all go on to the same blocks of no bytes (RFC 1951, 3.2.4).
    let head =
        |number: u32| format!("{number} 0 obj << /Filter /FlateDecode >> stream\n\x78\x01").into_bytes();
    let [low, high] = u16::try_from(head(100).len()).unwrap().to_le_bytes();
    let mut shared = pdf("", &[]);
    shared.extend(head(100));
    for number in 101..190 {
        shared.extend([0, low, high, !low, !high]);
        shared.extend(head(number));
    }
    shared.extend(b"\0\0\0\xff\xff".repeat(800_000));
    shared.extend(b"\x01\0\0\xff\xff");

    assert_eq!(rejection(&shared).await, Some(Rejection::PdfTooBig));
}

#[tokio::test]
async fn an_index_that_names_one_place_over_and_over_costs_nothing() {
    let index = "0000000012 00000 n \n".repeat(50_000);
    let many = [pdf("", &[]), format!("xref\n0 50000\n{index}").into_bytes()].concat();

    assert_eq!(rejection(&many).await, None);
}

#[tokio::test]
async fn a_file_of_objects_beyond_understanding_is_broken() {
    let crooked = |many: u32| {
        (10..10 + many)
            .map(|number| (number, b"<< /A >".to_vec()))
            .collect::<Vec<_>>()
    };
    assert_eq!(rejection(&pdf("", &crooked(50))).await, None);
    assert_eq!(
        rejection(&pdf("", &crooked(150))).await,
        Some(Rejection::BrokenPdf)
    );

    let replaced = |many| vec![(10, b"<< /A 1 >>".to_vec()); many];
    assert_eq!(rejection(&pdf("", &replaced(50))).await, None);
    assert_eq!(
        rejection(&pdf("", &replaced(150))).await,
        Some(Rejection::BrokenPdf)
    );
}

/// A PDF whose object 20 lies in stream 10, as its index says, and nowhere else.
fn hiding(kind: &str, catalogue: &str, object: &str) -> Vec<u8> {
    let rows = [b"\x01\0\0\0\x09\0".as_slice(), b"\x02\0\0\0\x0a\0"].concat();
    let index = stream("/Type /XRef /W [1 4 1] /Index [1 1 20 1] /Root 1 0 R", rows);
    let holder = object_stream(kind, "20 0 ", format!("{object}{}", " ".repeat(100)).as_bytes());
    pdf(catalogue, &[(10, holder), (11, b"/ObjStm".to_vec()), (31, index)])
}

#[tokio::test]
async fn a_script_is_found_whatever_the_stream_that_holds_it_says_it_is() {
    let script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";
    let harmless = "<< /S /Named /N /NextPage >>";
    let opens = "/OpenAction 20 0 R";
    assert_eq!(rejection(&hiding("/Type /ObjStm", opens, harmless)).await, None);
    for kind in [
        "/Type /ObjStm",
        "",
        "/Type 11 0 R",
        "/Type /X",
        "/Type /X /Type /ObjStm",
        "/#54ype /Obj#53tm",
    ] {
        let answer = rejection(&hiding(kind, opens, script)).await;
        assert_eq!(answer, Some(Rejection::ActivePdf), "{kind}");
    }
    // A kind of action whose name tells nothing where it stands alone.
    let away = "<< /S /SubmitForm /F (https://example.ch) >>";
    assert_eq!(
        rejection(&hiding("/Type /X", opens, away)).await,
        Some(Rejection::BrokenPdf)
    );
}

#[tokio::test]
async fn objects_in_a_stream_that_is_not_plainly_one_of_objects_are_refused() {
    let harmless = "<< /S /Named /N /NextPage >>";
    for kind in ["", "/Type 11 0 R", "/Type /X", "/First 3"] {
        let answer = rejection(&hiding(kind, "", harmless)).await;
        assert_eq!(answer, Some(Rejection::BrokenPdf), "{kind}");
    }
    let nowhere = String::from_utf8_lossy(&pdf("", &[])).into_owned();
    let index = stream("/Type /XRef /W [1 4 1] /Root 1 0 R", b"\x02\0\0\0\x0a\0".to_vec());
    let nowhere = [nowhere.as_bytes(), b"31 0 obj ", &index].concat();
    assert_eq!(rejection(&nowhere).await, Some(Rejection::BrokenPdf));
}

#[tokio::test]
async fn what_happens_at_opening_and_is_not_there_is_active() {
    for place in [
        "/OpenAction 77 0 R",
        "/AA 77 0 R",
        "/AA << /WC 77 0 R >>",
        "/OpenAction << /S /Named /Next 77 0 R >>",
    ] {
        assert_eq!(
            rejection(&pdf(place, &[])).await,
            Some(Rejection::ActivePdf),
            "{place}"
        );
    }
}

#[tokio::test]
async fn a_stream_is_unfolded_to_its_end_and_not_to_where_the_file_says_it_ends() {
    // The script stands behind a word that ends streams, in a block that is not folded.
    let objects = b"20 0 << /A (\nendstream) >> << /S /JavaScript >>";
    let [low, high] = u16::try_from(objects.len()).unwrap().to_le_bytes();
    let folded = [
        b"\x78\x01\x01".as_slice(),
        &[low, high, !low, !high],
        objects,
        b"\0\0\0\0",
    ]
    .concat();
    let dict = b"<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode >>\nstream\n".as_slice();
    let holder = [dict, &folded, b"\nendstream"].concat();

    assert_eq!(
        rejection(&pdf("", &[(10, holder)])).await,
        Some(Rejection::ActivePdf)
    );
}

#[tokio::test]
async fn an_index_is_read_also_where_each_row_tells_only_what_changed() {
    // Each row after a 2, as the difference to the row above (ISO 32000-2, 7.4.4.4).
    let first = b"\x02\x02\0\0\0\x0a\0".as_slice();
    let rows = [first, &b"\x02\0\0\0\0\0\0".repeat(30)].concat();
    let how = "/DecodeParms << /Predictor 12 /Columns 6 >>";
    let index = stream(&format!("/Type /XRef /W [1 4 1] {how} /Root 1 0 R"), rows);
    for (kind, expected) in [("/Type /ObjStm", None), ("/Type /X", Some(Rejection::BrokenPdf))] {
        let holder = object_stream(kind, "20 0 ", b"<< /A 1 >>");
        let pdf = pdf("", &[(10, holder), (31, index.clone())]);
        assert_eq!(rejection(&pdf).await, expected, "{kind}");
    }
}
