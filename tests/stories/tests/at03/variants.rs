//! Two other ways it goes: a yes that comes after the person was sent elsewhere, and 03b, in which
//! nobody answers.

use serde_json::{Value, json};
use stories::tilleuls::{
    asked, counted, counts, did, ends_well, history, refused, refused_in_three_languages, reoriented, waiting,
};
use stories::{World, new_id};

use crate::begun::{begun, sent};

pub(crate) async fn a_late_yes_on_a_superseded_referral_is_refused(world: World) {
    let begun = begun(&world).await;
    let first = sent(&world, &begun).await;
    let (nora, partner, second) = (world.as_("nora"), world.answerer(&first), new_id());
    did(
        &partner,
        "2023-06-06T08:00:00Z",
        "receiveReferral",
        &first,
        json!({ "linkVersion": 1 }),
        &["ReferralReceived"],
    )
    .await;

    // Going on from a referral that is open is refused; re-orienting closes it in the same act.
    let mut resumed = begun.to_cpas_autre();
    resumed["resumes"] = json!(first);
    refused(&nora, "2023-06-08T12:09:00Z", "draftReferral", &second, resumed, "REFERRAL_STILL_OPEN").await;
    let at = "2023-06-08T12:10:00Z";
    let events = ["ReferralSuperseded", "ReferralDrafted"];
    reoriented(&nora, at, &first, &second, begun.to_cpas_autre(), &events).await;

    let yes = json!({ "linkVersion": 1, "contactWay": "PERSON_WALKS_IN" });
    let (late, words) = ("2023-06-09T08:00:00Z", ["a été réorientée", "opnieuw doorverwezen", "أُعيد توجيه"]);
    refused_in_three_languages(
        &partner,
        late,
        "acceptReferral",
        &first,
        yes.clone(),
        ("REFERRAL_SUPERSEDED", words),
    )
    .await;
    let told = asked(&partner, late, "acceptReferral", &first, yes).await;
    assert_eq!(told["details"], json!([{ "name": "by", "value": second }]), "it says by which one");
    let events = ["ReferralDrafted", "ConsentRecorded", "ReferralSent", "ReferralReceived", "ReminderSent"];
    let happened = history(&world, "referral", &first).await;
    assert_eq!((&happened[..5], happened[5].as_str()), (&events.map(String::from)[..], "ReferralSuperseded"));
    let query = "query($f: UUID!, $s: UUID!) { first: referral(id: $f) { state supersededBy }
        second: referral(id: $s) { state supersedes resumes } }";
    let read = nora.read(query, json!({ "f": first, "s": second })).await;
    assert_eq!(read["first"], json!({ "state": "SUPERSEDED", "supersededBy": second }));
    assert_eq!(read["second"], json!({ "state": "DRAFTED", "supersedes": first, "resumes": null }));
    // What was superseded is neither reminded nor expired.
    world.at("2023-07-10T08:00:00Z").await;
    assert_eq!(history(&world, "referral", &first).await.len(), 6);
    ends_well(&world).await;
}

pub(crate) async fn nobody_answers_and_it_expires(world: World) {
    let begun = begun(&world).await;
    let silent = sent(&world, &begun).await;
    let samir = world.as_("samir");
    let query = "query($id: UUID!) { referral(id: $id) { state overdue remindedAt expiredAt declinedAt
            deadlines { answerDue overdueAt expiresAt delaysVersion } }
        states: referralCounts(by: STATE) { value count }
        overdue: referralCounts(by: OVERDUE, filter: { overdue: [true] }) { value count }
        declined: referralCounts(by: DECLINE_REASON) { value count } }";
    let read = async |at: &str| {
        world.at(at).await;
        samir.read(query, json!({ "id": silent })).await
    };

    let early = read("2023-06-08T07:59:00Z").await;
    assert_eq!(
        early["referral"]["deadlines"],
        json!({ "answerDue": "2023-06-08T08:00:00+00:00", "overdueAt": "2023-06-09T08:00:00+00:00",
            "expiresAt": "2023-07-05T08:00:00+00:00", "delaysVersion": 1 })
    );
    assert_eq!(early["referral"]["remindedAt"], Value::Null);
    let reminded = read("2023-06-08T08:01:00Z").await;
    assert_ne!(reminded["referral"]["remindedAt"], Value::Null);
    assert_eq!(
        (&reminded["referral"]["overdue"], counts(&reminded["overdue"])),
        (&json!(false), counted(&[]))
    );
    let flagged = read("2023-06-09T08:01:00Z").await;
    assert_eq!(flagged["referral"]["overdue"], true);
    assert_eq!(counts(&flagged["overdue"]), counted(&[("true", 1)]));
    assert_eq!(waiting(&world, "referral", &silent).await, Some(("PARTNER".into(), "answerReferral".into())));
    let nearly = read("2023-07-05T07:59:00Z").await;
    assert_eq!(nearly["referral"]["state"], "SENT");
    let expired = read("2023-07-05T08:01:00Z").await;
    assert_eq!(
        (&expired["referral"]["state"], &expired["referral"]["overdue"]),
        (&json!("EXPIRED"), &json!(false))
    );
    // Nobody has said no: it is never among the declined.
    assert_eq!(counts(&expired["states"]), counted(&[("expired", 1)]));
    assert_eq!(counts(&expired["declined"]), counted(&[("", 1)]), "without any reason of a no");
    assert_eq!(expired["referral"]["declinedAt"], Value::Null);
    assert_eq!(
        history(&world, "referral", &silent).await,
        [
            "ReferralDrafted",
            "ConsentRecorded",
            "ReferralSent",
            "ReminderSent",
            "ReferralOverdueFlagged",
            "ReferralExpired"
        ]
    );

    // The desk is asked what happened; a yes that comes now is too late.
    assert_eq!(waiting(&world, "referral", &silent).await, Some(("HOST".into(), "reorientPerson".into())));
    let yes = json!({ "contactWay": "PERSON_WALKS_IN" });
    let words = ["aucune réponse n'est venue à temps", "niet op tijd", "لم يصل جواب"];
    let late = "2023-07-06T08:00:00Z";
    let partner = world.answerer(&silent);
    refused_in_three_languages(&partner, late, "acceptReferral", &silent, yes, ("REFERRAL_CLOSED", words))
        .await;
    let told = json!({ "voice": "PERSON", "outcome": "NO_HELP" });
    did(&samir, late, "reportReferralOutcome", &silent, told, &["OutcomeReported"]).await;
    world.at("2023-07-06T08:05:00Z").await;
    assert_eq!(waiting(&world, "referral", &silent).await, None);
    ends_well(&world).await;
}
