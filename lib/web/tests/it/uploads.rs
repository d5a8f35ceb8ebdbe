//! Forms with files.

use db::Engine;
use testing::{Client, House, Setup};

use crate::{
    pages,
    site::{Options, Site, request},
};

const KIND: &str = "Content-Type: multipart/form-data; boundary=limit";

async fn visitor() -> (House, Client) {
    let setup = Setup {
        routes: pages::routes(&std::sync::Arc::default()),
        ..Setup::default()
    };
    let house = House::build(Engine::Sqlite, setup).await;
    let visitor = house.visitor();
    (house, visitor)
}

/// A PDF that is valid and of about this many bytes.
pub fn pdf(bytes: usize) -> Vec<u8> {
    let mut pdf = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>".to_owned(),
        format!("<< /Length {bytes} >>\nstream\n{}\nendstream", " ".repeat(bytes)),
    ];
    for (number, object) in objects.iter().enumerate() {
        offsets.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n{object}\nendobj\n", number + 1).bytes());
    }
    let table = pdf.len();
    pdf.extend(b"xref\n0 5\n0000000000 65535 f \n");
    for offset in offsets {
        pdf.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    pdf.extend(format!("trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes());
    pdf
}

#[tokio::test]
async fn a_file_larger_than_a_form_arrives_whole() {
    let (_house, visitor) = visitor().await;
    let file = pdf(1_500_000);
    let seen = visitor
        .upload("/upload", &[("text", "bonjour")], &[("file", "cv.pdf", &file)])
        .await;
    seen.is(200);
    assert_eq!(seen.text(), format!("bonjour {}", file.len()));
}

#[tokio::test]
async fn a_file_that_is_not_wanted_is_a_fault_at_its_field() {
    let (_house, visitor) = visitor().await;
    let large = pdf(2_500_000);
    let cases: [(&str, &[u8], &str); 3] = [
        ("cv.pdf", &large, "Ce fichier est trop lourd : 2 Mo au plus."),
        ("cv.exe", b"MZ junk", "Ce type de fichier n’est pas accepté."),
        ("vide.pdf", b"", "Ce fichier est vide."),
    ];
    for (name, bytes, sentence) in cases {
        let seen = visitor
            .upload("/upload", &[("text", "gardez-moi")], &[("file", name, bytes)])
            .await;
        seen.is(422).says(sentence);
        assert_eq!(
            seen.attribute("input[name=text]", "value").as_deref(),
            Some("gardez-moi")
        );
    }
    let none = visitor
        .upload("/upload", &[("text", "ab")], &[("file", "", b"")])
        .await;
    assert_eq!(none.is(200).text(), "ab 0", "a field left empty is absent");
    let other = visitor
        .upload("/upload", &[("text", "ab")], &[("other", "x.pdf", &pdf(10))])
        .await;
    assert_eq!(
        other.is(200).text(),
        "ab 0",
        "a file nobody asked for is not kept"
    );
}

#[tokio::test]
async fn a_form_with_more_than_ours_have_is_refused() {
    let (_house, visitor) = visitor().await;
    let names: Vec<String> = (0..39).map(|n| format!("field{n}")).collect();
    let fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "x")).collect();
    visitor.upload("/upload", &fields, &[]).await.is(200);
    let more = [fields.clone(), vec![("text", "x")]].concat();
    visitor.upload("/upload", &more, &[]).await.is(400);
    let same = [("text", "x"); 41];
    visitor.upload("/upload", &same, &[]).await.is(400);
    let files: Vec<(&str, &str, &[u8])> = vec![("other", "x.pdf", b"x"); 41];
    visitor.upload("/upload", &[], &files).await.is(400);
    let long = "x".repeat(300 * 1024);
    let fields = [("text", long.as_str()), ("more", &long)];
    visitor.upload("/upload", &fields, &[]).await.is(413);
}

#[tokio::test]
async fn a_second_file_for_one_field_is_not_even_looked_at() {
    let (_house, visitor) = visitor().await;
    let (good, large) = (pdf(10), pdf(2_500_000));
    for second in [&good, &large] {
        let files: [(&str, &str, &[u8]); 2] = [("file", "a.pdf", &good), ("file", "b.pdf", second)];
        visitor.upload("/upload", &[("text", "ab")], &files).await.is(400);
    }
    let after_none: [(&str, &str, &[u8]); 2] = [("file", "", b""), ("file", "a.pdf", &good)];
    visitor
        .upload("/upload", &[("text", "ab")], &after_none)
        .await
        .is(200);
}

#[tokio::test]
async fn a_text_that_is_far_too_long_is_a_fault_at_its_field() {
    let (_house, visitor) = visitor().await;
    let long = "x".repeat(100_000);
    let seen = visitor.upload("/upload", &[("text", &long)], &[]).await;
    seen.is(422);
    let kept = seen.attribute("input[name=text]", "value");
    assert_eq!(kept.as_deref(), Some(long.as_str()));
}

#[tokio::test]
async fn an_upload_without_a_proof_of_ours_is_stale() {
    let (_house, visitor) = visitor().await;
    let part = "--limit\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nab\r\n--limit--\r\n";
    let site = Site::open(Options::default()).await;
    let said = site.send(request("POST", "/upload", &[KIND], part)).await;
    assert_eq!(said.status, 422);
    assert!(
        said.text()
            .contains("La page était ouverte depuis trop longtemps.")
    );
    drop(visitor);
}

#[tokio::test]
async fn junk_is_refused_by_our_pages() {
    let site = Site::open(Options::default()).await;
    let whole = "--limit\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nab\r\n--limit--\r\n";
    let cases = [
        ("Content-Type: multipart/form-data", whole, 400),
        ("Content-Type: multipart/form-data; boundary=", whole, 400),
        (KIND, "junk", 400),
        (KIND, &whole[..whole.len() - 20], 400),
        (KIND, "--limit\r\nno header\r\n\r\nab\r\n--limit--\r\n", 400),
        (
            KIND,
            "--limit\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n\u{0}\u{1}\r\n--limit--\r\n",
            422,
        ),
        ("Content-Type: multipart/mixed; boundary=limit", whole, 415),
        ("Content-Type: application/x-www-form-urlencoded", "text=ab", 415),
        ("Accept: */*", whole, 415),
    ];
    for (kind, body, status) in cases {
        let said = site.send(request("POST", "/upload", &[kind], body)).await;
        assert_eq!(said.status, status, "{kind} {body}: {}", said.text());
        let page = said.text();
        assert!(page.contains("<h1>") || status == 422, "{kind}: {page}");
        assert!(!page.contains("multipart"), "{kind}: {page}");
    }
}

#[tokio::test]
async fn more_bytes_than_any_form_of_ours_holds_are_refused() {
    let (_house, visitor) = visitor().await;
    let large = vec![b'x'; 33 * 1024 * 1024];
    let files: [(&str, &str, &[u8]); 2] = [("other", "x.bin", &large), ("other", "y.bin", &large)];
    visitor.upload("/upload", &[], &files).await.is(413);
}
