use lopdf::encryption::{EncryptionState, EncryptionVersion, Permissions};
use lopdf::{Dictionary, Document, Object, SaveOptions, Stream, dictionary};

use super::{ALL, Rejection, checked};
use crate::Kind;

/// A PDF of one page; `more` is added to its catalogue.
fn document(more: &[(&str, Object)]) -> Document {
    let mut document = Document::with_version("1.5");
    let pages = document.new_object_id();
    let content = document.add_object(Stream::new(
        Dictionary::new(),
        b"BT /F1 12 Tf (Bonjour) Tj ET".to_vec(),
    ));
    let page = document.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => pages,
        "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    });
    document.objects.insert(
        pages,
        Object::Dictionary(dictionary! {
            "Type" => "Pages",
            "Kids" => vec![page.into()],
            "Count" => 1,
        }),
    );
    let mut catalog = dictionary! { "Type" => "Catalog", "Pages" => pages };
    for (key, value) in more {
        catalog.set(*key, value.clone());
    }
    let catalog = document.add_object(catalog);
    document.trailer.set("Root", catalog);
    document
}

fn plain(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// As newer programs write it: objects inside compressed streams.
fn compressed(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .build();
    document.save_with_options(&mut bytes, options).unwrap();
    bytes
}

fn action(kind: &str) -> Object {
    Object::Dictionary(dictionary! { "S" => kind, "JS" => Object::string_literal("app.alert(1)") })
}

async fn rejection(bytes: &[u8]) -> Option<Rejection> {
    checked(&ALL, "a.pdf", bytes).await.err()
}

#[tokio::test]
async fn a_pdf_of_pages_is_kept_byte_for_byte() {
    for bytes in [plain(document(&[])), compressed(document(&[]))] {
        let clean = checked(&ALL, "Permis.pdf", &bytes).await.unwrap();

        assert_eq!(clean.kind, Kind::Pdf);
        assert_eq!(clean.bytes, bytes);
        assert_eq!(clean.name, "Permis.pdf");
    }
}

#[tokio::test]
async fn a_link_and_a_first_page_are_no_active_content() {
    let link = dictionary! { "S" => "URI", "URI" => Object::string_literal("https://example.ch") };
    let first = vec![Object::Reference((1, 0)), Object::Name(b"Fit".to_vec())];
    let document = document(&[
        ("OpenAction", Object::Array(first)),
        ("A", Object::Dictionary(link)),
    ]);

    assert_eq!(rejection(&plain(document)).await, None);
}

#[tokio::test]
async fn a_pdf_that_can_act_is_refused_however_it_is_written() {
    let to_elsewhere = || {
        Object::Dictionary(
            dictionary! { "S" => "URI", "URI" => Object::string_literal("https://example.ch") },
        )
    };
    let cases: [(&str, Object); 13] = [
        ("OpenAction", to_elsewhere()),
        (
            "OpenAction",
            Object::Dictionary(dictionary! { "S" => "Named", "Next" => Object::Array(vec![to_elsewhere()]) }),
        ),
        ("AA", Object::Dictionary(dictionary! { "O" => to_elsewhere() })),
        ("OpenAction", action("JavaScript")),
        (
            "OpenAction",
            Object::Dictionary(dictionary! { "S" => "Launch", "F" => "cmd.exe" }),
        ),
        (
            "AA",
            Object::Dictionary(dictionary! { "WC" => action("JavaScript") }),
        ),
        (
            "Names",
            Object::Dictionary(dictionary! { "JavaScript" => Dictionary::new() }),
        ),
        (
            "Names",
            Object::Dictionary(dictionary! { "EmbeddedFiles" => Dictionary::new() }),
        ),
        (
            "AcroForm",
            Object::Dictionary(dictionary! { "XFA" => Object::Array(vec![]) }),
        ),
        (
            "AF",
            Object::Dictionary(dictionary! { "Type" => "Filespec", "EF" => Dictionary::new() }),
        ),
        ("X", Object::Dictionary(dictionary! { "S" => "SubmitForm" })),
        ("X", Object::Dictionary(dictionary! { "S" => "ImportData" })),
        ("X", Object::Dictionary(dictionary! { "Subtype" => "RichMedia" })),
    ];
    for (key, value) in cases {
        let bytes = plain(document(&[(key, value.clone())]));
        assert_eq!(
            rejection(&bytes).await,
            Some(Rejection::ActivePdf),
            "{key} {value:?}"
        );

        let bytes = compressed(document(&[(key, value.clone())]));
        assert_eq!(
            rejection(&bytes).await,
            Some(Rejection::ActivePdf),
            "{key} {value:?}"
        );
    }
}

#[tokio::test]
async fn a_script_with_its_name_escaped_is_seen() {
    let bytes = plain(document(&[(
        "X",
        Object::Dictionary(dictionary! { "S" => "JavaScripx" }),
    )]));
    let text = String::from_utf8_lossy(&bytes).replace("/JavaScripx", "/JavaScrip#74");
    // The check sees through the escape although offsets in the index are now wrong.
    assert_eq!(rejection(text.as_bytes()).await, Some(Rejection::ActivePdf));
}

#[tokio::test]
async fn a_script_named_by_reference_is_seen() {
    let mut document = document(&[]);
    let name = document.add_object(Object::Name(b"SubmitForm".to_vec()));
    document.add_object(dictionary! { "S" => name });

    assert_eq!(rejection(&plain(document)).await, Some(Rejection::ActivePdf));
}

#[tokio::test]
async fn fonts_may_have_any_name_and_colours_may_blend() {
    let fonts = dictionary! { "JS" => Dictionary::new(), "EF" => Dictionary::new() };
    let document = document(&[
        ("Font", Object::Dictionary(fonts)),
        ("Blend", Object::Dictionary(dictionary! { "BM" => "Screen" })),
    ]);

    assert_eq!(rejection(&plain(document)).await, None);
}

#[tokio::test]
async fn an_object_the_index_hides_is_seen() {
    let bytes = plain(document(&[]));
    let index = bytes
        .windows(9)
        .rposition(|window| window == b"startxref")
        .unwrap();
    let mut hidden = bytes.clone();
    hidden.extend(b"\n99 0 obj\n<< /S /Rendition /JS (x) >>\nendobj\n");
    hidden.extend(&bytes[index..]);

    assert_eq!(rejection(&hidden).await, Some(Rejection::ActivePdf));
}

#[tokio::test]
async fn an_object_too_crooked_to_be_understood_is_seen() {
    let bytes = plain(document(&[]));
    let index = bytes
        .windows(9)
        .rposition(|window| window == b"startxref")
        .unwrap();
    let mut crooked = bytes.clone();
    crooked.extend(b"\n99 0 obj << /S /J#61vaScript ((( ");
    crooked.extend(&bytes[index..]);

    assert_eq!(rejection(&crooked).await, Some(Rejection::ActivePdf));
}

/// With an empty password everybody can read it, and only restrictions remain.
fn encrypted(password: &str) -> Vec<u8> {
    let mut document = document(&[("OpenAction", action("JavaScript"))]);
    let id = Object::string_literal("0123456789abcdef");
    document.trailer.set("ID", vec![id.clone(), id]);
    let version = EncryptionVersion::V2 {
        document: &document,
        owner_password: "owner",
        user_password: password,
        key_length: 128,
        permissions: Permissions::default(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    document.encrypt(&state).unwrap();
    plain(document)
}

#[tokio::test]
async fn an_encrypted_pdf_is_refused_with_or_without_a_password() {
    for password in ["", "secret"] {
        let answer = rejection(&encrypted(password)).await;
        assert_eq!(answer, Some(Rejection::EncryptedPdf), "{password:?}");
    }
    let mut unreadable = document(&[]);
    let how = dictionary! { "Filter" => "Standard", "V" => 1, "R" => 2, "P" => -4 };
    unreadable.trailer.set("Encrypt", Object::Dictionary(how));
    let answer = rejection(&plain(unreadable)).await;
    assert_eq!(answer, Some(Rejection::EncryptedPdf));
}

#[tokio::test]
async fn a_pdf_without_pages_or_sense_is_broken() {
    let whole = plain(document(&[]));
    let mut pageless = document(&[]);
    let catalog = pageless.add_object(dictionary! { "Type" => "Catalog" });
    pageless.trailer.set("Root", catalog);

    for bytes in [
        b"%PDF-1.7\n%%EOF".to_vec(),
        b"%PDF-1.7\nnothing of the kind".to_vec(),
        whole[..60].to_vec(),
        plain(pageless),
    ] {
        assert_eq!(rejection(&bytes).await, Some(Rejection::BrokenPdf));
    }
}

/// A document with a stream of compressed objects written by hand.
fn with_object_stream(mut document: Document, objects: Vec<u8>) -> Vec<u8> {
    let mut stream = Stream::new(
        // lopdf would leave out a stream of this type, as it makes its own: renamed below.
        dictionary! { "Type" => "ObjStx", "N" => 1, "First" => 5 },
        objects,
    );
    stream.compress().unwrap();
    document.add_object(stream);
    let mut bytes = plain(document);
    let at = bytes.windows(7).position(|window| window == b"/ObjStx").unwrap();
    bytes[at..at + 7].copy_from_slice(b"/ObjStm");
    bytes
}

#[tokio::test]
async fn a_compressed_stream_that_unfolds_without_end_is_refused() {
    let mut objects = b"77 0 ".to_vec();
    objects.resize(20_000_000, b' ');
    let bytes = with_object_stream(document(&[]), objects);
    assert!(bytes.len() < 100_000);

    let answer = rejection(&bytes).await;

    assert_eq!(answer, Some(Rejection::PdfTooBig));
}

/// A page's stream of `bytes` blanks, folded so many times, under these filters.
fn folded(bytes: usize, times: usize, filters: Object) -> Vec<u8> {
    let mut content = vec![b' '; bytes];
    for _ in 0..times {
        let mut stream = Stream::new(Dictionary::new(), content);
        stream.compress().unwrap();
        content = stream.content;
    }
    let mut document = document(&[]);
    let filters = document.add_object(filters);
    document.add_object(Stream::new(dictionary! { "Filter" => filters }, content));
    plain(document)
}

#[tokio::test]
async fn a_pdf_that_unfolds_without_end_is_refused() {
    let flate = || Object::Name(b"FlateDecode".to_vec());
    let a_scan = folded(30_000_000, 1, flate());
    assert_eq!(rejection(&a_scan).await, None);

    let once = folded(300_000_000, 1, flate());
    let twice = folded(30_000_000, 2, Object::Array(vec![flate(), flate()]));
    for bomb in [once, twice] {
        assert!(bomb.len() < 700_000);
        assert_eq!(rejection(&bomb).await, Some(Rejection::PdfTooBig));
    }
}

#[tokio::test]
async fn an_image_of_gigapixels_inside_a_pdf_is_refused() {
    let mut document = document(&[]);
    document.add_object(Stream::new(
        dictionary! { "Subtype" => "Image", "Filter" => "CCITTFaxDecode", "Width" => 100_000, "Height" => 100_000 },
        vec![0; 100],
    ));
    assert_eq!(rejection(&plain(document)).await, Some(Rejection::PdfTooBig));
}

#[tokio::test]
async fn a_compressed_object_too_crooked_to_be_understood_is_seen() {
    let well = with_object_stream(document(&[]), b"77 0 << /A 1 >>".to_vec());
    assert_eq!(rejection(&well).await, None);

    let crooked = b"77 0 << /S /J#61vaScript ((( ".to_vec();
    let crooked = with_object_stream(document(&[]), crooked);
    assert_eq!(rejection(&crooked).await, Some(Rejection::ActivePdf));
}

#[tokio::test]
async fn damaged_pdfs_never_do_worse_than_be_rejected() {
    for whole in [plain(document(&[])), compressed(document(&[]))] {
        for at in (5..whole.len()).step_by(3) {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x11;
            let _ = checked(&ALL, "a.pdf", &damaged).await;
        }
    }
}

#[tokio::test]
async fn objects_nested_without_end_are_refused() {
    let deep = format!("1 0 obj {}1{} endobj", "[".repeat(50_000), "]".repeat(50_000));
    let mut bytes = plain(document(&[]));
    bytes.extend(deep.as_bytes());

    // Whatever the verdict, the stack holds.
    let _ = rejection(&bytes).await;
}
