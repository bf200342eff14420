//! Whom to call when there is no journal to ask: the lines that are always there, and whom the person chose to see without it.

use domain::{CRISIS_LINES, CrisisLine, CrisisLineId, Reach, sms_link};
use engine::Contact;
use leptos::prelude::*;
use text::Text;
use ui::{ChoiceRow, Icon, Tone};

use crate::browser::platform;

/// The rows. Every link is a plain one: nothing of the app is behind them.
pub fn calls(contacts: &[Contact], text: Text) -> AnyView {
    let people: Vec<AnyView> = contacts.iter().filter_map(|contact| somebody(contact, text)).collect();
    let help = text.help();
    view! {
        <div class="rows">
            {line(CrisisLineId::Lifeline988).and_then(|line| help_row(
                line.tel_link()?,
                Icon::Phone,
                help.to_call(line, text.language)?,
                help.about_calling(line.id).to_owned(),
            ))}
            {line(CrisisLineId::Lifeline988).and_then(|line| help_row(
                line.sms_link(text.language)?,
                Icon::Message,
                help.to_write(line, text.language)?,
                help.about_writing(line, text.language),
            ))}
            {line(CrisisLineId::Emergency).and_then(|line| help_row(
                line.tel_link()?,
                Icon::Phone,
                help.to_call(line, text.language)?,
                help.about_calling(line.id).to_owned(),
            ))}
            {people}
            {help_row("/help.html".to_owned(), Icon::Help, text.titles().overdose.to_owned(), help.more_lines.to_owned())}
        </div>
    }
    .into_any()
}

fn line(id: CrisisLineId) -> Option<&'static CrisisLine> {
    CRISIS_LINES.iter().find(|line| line.id == id)
}

fn help_row(href: String, icon: Icon, title: String, about: String) -> Option<AnyView> {
    Some(view! { <ChoiceRow href=href icon=icon title=title line=Some(about) tone=Tone::Help /> }.into_any())
}

/// Somebody to call, or to write to where there is nothing else.
fn somebody(contact: &Contact, text: Text) -> Option<AnyView> {
    let (help, name) = (text.help(), contact.name.as_str());
    let call = contact.numbers.iter().find_map(Reach::to_call);
    let (href, icon, title) = match call {
        Some(number) => (number.tel_link(), Icon::Phone, (help.call_them)(name)),
        None => {
            let number = contact.numbers.iter().find_map(Reach::to_text)?;
            (sms_link(number, "", platform::texting()), Icon::Message, (help.write_them)(name))
        }
    };
    let role = (help.role)(contact.role).to_owned();
    Some(view! { <ChoiceRow href=href icon=icon title=title line=Some(role) /> }.into_any())
}
