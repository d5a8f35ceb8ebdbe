//! The standing cast of this room's tests, and the files they hand in.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "tests fail by panicking")]

use axum::body::Bytes;
use db::Engine;
use files::{Clean, FileId, Kind};
use testing::{Client, House, Seen, Setup, person};
use web::{Answer, Member, Page, Routes};

use crate::{
    Planted, Standing,
    dossier::{Document, Dossier},
    paths,
    rights::{self, COMPANY, FREELANCE, STAFF},
    rules::Paper,
    store,
};

/// Where only certified freelances come in.
pub(crate) const CERTIFIED_ONLY: &str = "/test/certified";

/// The house with its people.
pub(crate) struct Stage {
    pub house: House,
    pub lea: Member,
    pub noe: Member,
    pub brun: Member,
    pub mara: Member,
    pub sven: Member,
}

async fn open(page: Page) -> Answer {
    page.see_other("/in")
}

impl Stage {
    pub(crate) async fn build(engine: Engine) -> Stage {
        let routes = Routes::new().get(CERTIFIED_ONLY, rights::CERTIFIED_FREELANCE, open);
        let setup = Setup {
            routes: routes.and(crate::routes()).and(crate::staff_routes()),
            migrations: crate::migrations(),
            reactions: crate::reactions(),
            ..Setup::default()
        };
        let stage = Stage {
            house: House::build(engine, setup).await,
            lea: person(FREELANCE, false, "Léa"),
            noe: person(FREELANCE, false, "Noé"),
            brun: person(COMPANY, false, "Brun"),
            mara: person(STAFF, true, "Mara"),
            sven: person(STAFF, true, "Sven"),
        };
        for member in [&stage.lea, &stage.noe, &stage.brun, &stage.mara, &stage.sven] {
            stage.house.knows(member);
        }
        stage
    }

    /// Puts a freelance's dossier there, with two documents.
    pub(crate) async fn plant(&self, member: &Member, standing: Standing) {
        let planted = Planted::freelance(member.account, "Léa", "Rochat", standing);
        self.plant_this(planted).await;
        let app = &self.house.app;
        let (permit, address) = (clean("permis.png"), clean("bail.png"));
        let files: [FileId; 2] = [
            app.files().put(&permit).await.unwrap(),
            app.files().put(&address).await.unwrap(),
        ];
        let tx = app.begin().await.unwrap();
        let documents = [(files[0], &permit), (files[1], &address)];
        crate::plant_documents(app, &tx, member.account, documents)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn plant_this(&self, planted: Planted) {
        let tx = self.house.app.begin().await.unwrap();
        crate::plant(&self.house.app, &tx, planted).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn plant_firm(&self, standing: Standing) {
        let uid = swiss::Uid::parse("CHE-116.281.710").expect("a number");
        self.plant_this(Planted::company(self.brun.account, "Atelier Brun", uid, standing))
            .await;
    }

    pub(crate) async fn dossier(&self, member: &Member) -> Option<Dossier> {
        let db = self.house.app.db().read();
        store::dossier(db, member.account).await.unwrap()
    }

    pub(crate) async fn standing(&self, member: &Member) -> Standing {
        let db = self.house.app.db().read();
        crate::standing(db, member.account).await.unwrap()
    }

    pub(crate) async fn document(&self, member: &Member, paper: Paper) -> Option<Document> {
        let db = self.house.app.db().read();
        store::own_document(db, member.account, paper).await.unwrap()
    }

    /// How many events of this name there are.
    pub(crate) async fn events(&self, name: &str) -> usize {
        let db = self.house.app.db().read();
        db::journal::all(db, name).await.unwrap().len()
    }
}

/// The version of the dossier that this member of staff sees.
pub(crate) async fn version(staff: &Client, member: &Member) -> String {
    let page = staff.get(paths::dossier(member.account)).await;
    page.attribute("input[name=version]", "value")
        .expect("something to decide")
}

/// Everything a freelance fills in.
pub(crate) const GOOD: [(&str, &str); 6] = [
    ("first", "Léa"),
    ("last", "Rochat"),
    ("street", "Rue du Simplon 3"),
    ("place", "1006 Lausanne"),
    ("permit", "b"),
    ("valid_until", "2027-03-31"),
];

/// The good fields with others in their place.
pub(crate) fn but<'a>(others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = GOOD
        .iter()
        .filter(|(name, _)| others.iter().all(|(other, _)| other != name));
    kept.chain(others).copied().collect()
}

pub(crate) async fn hand_in(client: &Client, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Seen {
    client.upload(paths::FREELANCE, fields, files).await
}

/// Both files, as they should be.
pub(crate) fn both(pdf: &[u8]) -> [(&str, &str, &[u8]); 2] {
    [
        ("permit_file", "permis B.pdf", pdf),
        ("address_file", "bail.png", PNG),
    ]
}

fn clean(name: &str) -> Clean {
    Clean {
        kind: Kind::Png,
        bytes: Bytes::from_static(PNG),
        name: name.to_owned(),
    }
}

/// Two pixels, red and blue.
pub(crate) const PNG: &[u8] =
    b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x02\x00\x00\x00\x01\x08\x02\x00\x00\x00\
    {@\xe8\xdd\x00\x00\x00\x0dIDATx\x9cc\xf8\xcf\x00\x04\xff\x01\x07\x00\x01\xff\xe2#\x9eY\x00\x00\
    \x00\x00IEND\xaeB`\x82";

/// A PDF of one page, with `more` in its catalogue and `filler` bytes on its page.
pub(crate) fn pdf(more: &str, filler: usize) -> Vec<u8> {
    let text = format!("% {}", "x".repeat(filler));
    let objects = [
        format!("<< /Type /Catalog /Pages 2 0 R {more} >>"),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()),
    ];
    let mut file = "%PDF-1.5\n".to_owned();
    let mut index = "0000000000 65535 f \n".to_owned();
    for (number, object) in objects.iter().enumerate() {
        index += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{} 0 obj\n{object}\nendobj\n", number + 1);
    }
    let at = file.len();
    file += &format!("xref\n0 5\n{index}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n");
    file.into_bytes()
}
