use crate::{
    PlantedMove::{self, Apply, Choose, CompanyInterest, Decline, FreelanceInterest, Reject},
    paths,
    samples::{Stage, TALKING},
};

/// The table of the specification: moves, what the freelance reads, what the company reads.
const LABELS: [(&[PlantedMove], &str, &str); 9] = [
    (&[FreelanceInterest], "Proposition envoyée", "Proposition reçue 1"),
    (&[CompanyInterest], "Proposition reçue", "Proposition envoyée 1"),
    (TALKING, "En cours de discussion", "En cours de discussion 1"),
    (
        &[FreelanceInterest, CompanyInterest, Apply],
        "En cours de discussion · vous avez postulé",
        "En cours de discussion · a postulé, à vous de choisir",
    ),
    (
        &[FreelanceInterest, Choose],
        "En cours de discussion · vous êtes choisi, à vous de postuler",
        "En cours de discussion · choisi, réponse attendue",
    ),
    (
        &[CompanyInterest, Apply, Choose],
        "Mission validée",
        "Candidat choisi",
    ),
    (
        &[CompanyInterest, Decline],
        "Je ne suis pas intéressé(e)",
        "Le freelance a décliné",
    ),
    (
        &[FreelanceInterest, Reject],
        "Candidature non retenue",
        "Candidat écarté",
    ),
    // Withdrawn by the one who sent it (A23).
    (
        &[CompanyInterest, Reject],
        "Candidature non retenue",
        "Candidat écarté",
    ),
];

testing::on_both_engines! {
    // R51, R100-R103
    async fn each_state_reads_as_the_table_says_on_both_boards(engine) {
        for (moves, freelance, company) in LABELS {
            let stage = Stage::build(engine).await;
            stage.moves(&stage.lea, moves).await;
            stage.house.member(&stage.lea).get(paths::MY_MISSIONS).await.is(200).says(freelance);
            stage.house.member(&stage.brun).get(paths::candidates(stage.mission)).await.is(200).says(company);
        }
    }

    // R104, R105
    async fn definitive_acts_ask_first_and_say_so(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.moves(&stage.lea, TALKING).await;
        let board = stage.house.member(&stage.brun).get(paths::candidates(stage.mission)).await;
        for (what, action) in [("choose", paths::choice(id)), ("refuse", paths::refusal(id))] {
            let form = format!("#{what}-{id}[popover] form[action='{action}']");
            assert!(board.has(&format!("button[popovertarget='{what}-{id}']")), "{what}");
            assert!(board.has(&format!("{form} input[name=_key]")), "{what}");
        }
        board.says("Ce choix est définitif").says("Ce refus est définitif");
        let mine = stage.house.member(&stage.lea).get(paths::MY_MISSIONS).await;
        mine.says("Votre accord est définitif").says("Ce refus est définitif");
        assert!(mine.has(&format!("#apply-{id} form[action='{}']", paths::application(id))));
    }

    async fn the_board_offers_what_the_rules_allow(engine) {
        let stage = Stage::build(engine).await;
        let jonas = stage.moves(&stage.jonas, &[FreelanceInterest, CompanyInterest, Apply]).await;
        let lea = stage.moves(&stage.lea, &[FreelanceInterest, Choose]).await;

        let board = stage.house.member(&stage.brun).get(paths::candidates(stage.mission)).await;

        // Léa is chosen: the company waits. Jonas has applied, and can only be rejected meanwhile (A2).
        assert!(!board.has(&format!("[popovertarget='choose-{lea}'], [popovertarget='refuse-{lea}']")));
        assert!(!board.has(&format!("[popovertarget='choose-{jonas}']")));
        assert!(board.has(&format!("[popovertarget='refuse-{jonas}']")));
    }

    async fn names_and_words_are_shown_as_text(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        let words = "<script>alert(1)</script>";
        lea.post(paths::interest_in_mission(stage.mission), &[("message", words)]).await.is(303);

        let board = stage.house.member(&stage.brun).get(paths::candidates(stage.mission)).await;

        board.says(words).hides("<script>alert");
    }

    async fn an_english_reader_reads_english(engine) {
        let stage = Stage::build(engine).await;
        stage.moves(&stage.lea, TALKING).await;
        let english = |member: &web::Member| {
            stage.house.member(&web::Member { lang: i18n::Lang::En, ..member.clone() })
        };
        let (lea, brun) = (english(&stage.lea), english(&stage.brun));
        brun.get(paths::candidates(stage.mission)).await
            .says("Under discussion").says("Choose this candidate").says("Reject this candidate");
        brun.get(paths::MANAGE).await.says("Manage your missions");
        brun.get(paths::DASHBOARD).await.says("Open mission");
        lea.get(paths::MY_MISSIONS).await.says("My missions").says("I am applying").says("I’m not interested");
        lea.get(paths::DASHBOARD).await.says("Certified profile");
    }
}
