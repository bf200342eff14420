//! What a consent says, told to whoever was handed something under it. The person's own words stay theirs.

use domain::share::Statement;

pub struct ConsentTold {
    pub heading: &'static str,
    /// Above each line.
    pub whom: &'static str,
    pub days: &'static str,
    pub what: &'static str,
    pub purpose: &'static str,
    pub until: &'static str,
    pub signed: &'static str,
    pub revoke: &'static str,
    pub days_of_each_page: &'static str,
    pub treatment: &'static str,
    pub my_request: &'static str,
    pub end_of_treatment: &'static str,
    pub once: &'static str,
    /// The typed name, and the day.
    pub typed: fn(&str, &str) -> String,
    pub ticked: fn(&str) -> String,
    pub in_the_app: &'static str,
    pub in_writing: &'static str,
    pub unknown_way: &'static str,
    pub statement: fn(Statement) -> &'static str,
    /// The notice that the law writes in English, said in another language.
    pub notice: Option<&'static str>,
}

pub static EN: ConsentTold = ConsentTold {
    heading: "What they agreed to",
    whom: "For whom",
    days: "Which days",
    what: "What it shows",
    purpose: "What for",
    until: "Until",
    signed: "Signed",
    revoke: "Taking it back",
    days_of_each_page: "The days of each page they hand over",
    treatment: "Their treatment",
    my_request: "At their own request",
    end_of_treatment: "The end of their treatment, which they say",
    once: "This page, and no more",
    typed: |name, day| format!("{name}, typed on {day}"),
    ticked: |day| format!("Ticked “I agree” on {day}"),
    in_the_app: "They stop it in the app, or tell you in writing.",
    in_writing: "They tell you in writing.",
    unknown_way: "In a way that this page does not know. Ask them.",
    statement: |statement| match statement {
        Statement::MayRevoke => "They may take it back at any time.",
        Statement::SharedStays => "What you have by then stays with you.",
        Statement::MayBeRedisclosed => {
            "Who treats them may hand it on as HIPAA allows, but not for proceedings against them."
        }
        Statement::NoLongerProtected => "What is handed on may no longer be protected by 42 CFR part 2.",
        Statement::NothingLost => "Nothing follows for them if they do not agree.",
    },
    notice: None,
};

pub static ES: ConsentTold = ConsentTold {
    heading: "Lo que permitió",
    whom: "Para quién",
    days: "Qué días",
    what: "Qué muestra",
    purpose: "Para qué",
    until: "Hasta",
    signed: "Firmado",
    revoke: "Cómo se retira",
    days_of_each_page: "Los días de cada página que entregue",
    treatment: "Su tratamiento",
    my_request: "Porque lo pide",
    end_of_treatment: "El final de su tratamiento, que avisará",
    once: "Esta página y ninguna más",
    typed: |name, day| format!("{name}, escrito el {day}"),
    ticked: |day| format!("Marcó «Estoy de acuerdo» el {day}"),
    in_the_app: "Lo detiene en la aplicación o te lo dice por escrito.",
    in_writing: "Te lo dice por escrito.",
    unknown_way: "De una manera que esta página no conoce. Pregúntale.",
    statement: |statement| match statement {
        Statement::MayRevoke => "Puede retirarlo en cualquier momento.",
        Statement::SharedStays => "Lo que ya tengas entonces se queda contigo.",
        Statement::MayBeRedisclosed => {
            "Quien le da tratamiento puede pasarlo como permite HIPAA, pero no para procesos en su contra."
        }
        Statement::NoLongerProtected => "Lo que se pasa puede quedar sin la protección de 42 CFR parte 2.",
        Statement::NothingLost => "Si no está de acuerdo, no pierde nada.",
    },
    notice: Some("42 CFR parte 2 prohíbe usar o divulgar estos registros sin autorización."),
};
