//! What can remind on this device, and what cannot.

/// Where the app runs, as far as it changes what can remind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Device {
    IphoneTab,
    IphoneInstalled,
    AndroidTab,
    AndroidInstalled,
    ComputerTab,
    ComputerInstalled,
}

/// Whether the icon can show a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Badge {
    Shows,
    /// There is no icon yet.
    OnceInstalled,
    /// Apple shows one only for apps that may send notifications.
    NeedsPermission,
    /// Android has none for web apps.
    NotOnAndroid,
    NotHere,
}

pub struct Reminders {
    pub lead: &'static str,
    pub why: &'static str,
    pub here: &'static str,
    pub on: fn(Device) -> &'static str,
    pub never_asks: &'static str,

    pub calendar: &'static str,
    pub calendar_line: &'static str,
    pub evening: &'static str,
    pub evening_line: &'static str,
    pub evening_hour: &'static str,
    pub list: &'static str,
    pub list_line: &'static str,

    pub number: &'static str,
    pub number_line: &'static str,
    pub show_number: &'static str,
    pub as_of: &'static str,
    pub no_number: fn(Badge) -> Option<&'static str>,
}

pub static EN: Reminders = Reminders {
    lead: "Handrail cannot ring. Once you close it, it sleeps until you open it again.",
    why: "A web app is woken only by a server that knows your times. Handrail has none, so that nobody but you knows them.",
    here: "On this device",
    on: |device| match device {
        Device::IphoneTab => {
            "Here Handrail is a page in the browser of an iPhone or iPad. It sleeps as soon as you look at something else. Nothing reaches you from it."
        }
        Device::IphoneInstalled => {
            "Here Handrail is on the home screen of an iPhone or iPad. It sleeps as soon as you close it. Nothing reaches you from it."
        }
        Device::AndroidTab => {
            "Here Handrail is a page in a browser on Android. It sleeps soon after you look at something else. Nothing reaches you from it."
        }
        Device::AndroidInstalled => {
            "Here Handrail is on the home screen of an Android phone. It sleeps soon after you close it. Nothing reaches you from it."
        }
        Device::ComputerTab => {
            "Here Handrail is a page in the browser of a computer. It sleeps when you close the page. Nothing reaches you from it."
        }
        Device::ComputerInstalled => {
            "Here Handrail is an app on a computer. It sleeps when you close its window. Nothing reaches you from it."
        }
    },
    never_asks: "So Handrail does not ask to send you notifications. It could not keep that promise.",
    calendar: "Your phone’s calendar",
    calendar_line: "This one always works: your calendar rings before each session, with Handrail closed and without a network.",
    evening: "One reminder each evening",
    evening_line: "For the minute that the check-in takes. Your calendar rings every day and says “Appointment”, nothing else. For another time, make the file again; to end it, delete it in your calendar.",
    evening_hour: "When",
    list: "The list on Today",
    list_line: "What is due stands there whenever you open Handrail: to prepare, to say how it was, homework.",
    number: "A number on the icon",
    number_line: "It says how many things are due, and nothing about them.",
    show_number: "Show the number",
    as_of: "It is as it was when you last had Handrail open.",
    no_number: |badge| match badge {
        Badge::Shows => None,
        Badge::OnceInstalled => Some("You see it once Handrail is installed on this device."),
        Badge::NeedsPermission => Some(
            "Apple’s devices show it only for apps that may send notifications. Handrail does not ask for that, so there is no number here.",
        ),
        Badge::NotOnAndroid => Some("Android shows no number for web apps."),
        Badge::NotHere => Some("This browser cannot show one."),
    },
};

pub static ES: Reminders = Reminders {
    lead: "Handrail no puede sonar. Cuando lo cierras, duerme hasta que lo abras otra vez.",
    why: "A una app web solo la despierta un servidor que sabe tus horas. Handrail no tiene ninguno, para que nadie más las sepa.",
    here: "En este dispositivo",
    on: |device| match device {
        Device::IphoneTab => {
            "Aquí Handrail es una página en el navegador de un iPhone o iPad. Duerme en cuanto miras otra cosa. Nada te llega de él."
        }
        Device::IphoneInstalled => {
            "Aquí Handrail está en la pantalla de inicio de un iPhone o iPad. Duerme en cuanto lo cierras. Nada te llega de él."
        }
        Device::AndroidTab => {
            "Aquí Handrail es una página en un navegador de Android. Duerme poco después de que miras otra cosa. Nada te llega de él."
        }
        Device::AndroidInstalled => {
            "Aquí Handrail está en la pantalla de inicio de un teléfono Android. Duerme poco después de que lo cierras. Nada te llega de él."
        }
        Device::ComputerTab => {
            "Aquí Handrail es una página en el navegador de una computadora. Duerme cuando cierras la página. Nada te llega de él."
        }
        Device::ComputerInstalled => {
            "Aquí Handrail es una app en una computadora. Duerme cuando cierras su ventana. Nada te llega de él."
        }
    },
    never_asks: "Por eso Handrail no te pide permiso para mandarte notificaciones. No podría cumplirlo.",
    calendar: "El calendario de tu teléfono",
    calendar_line: "Esto siempre funciona: tu calendario suena antes de cada sesión, con Handrail cerrado y sin conexión.",
    evening: "Un aviso cada noche",
    evening_line: "Para el minuto que toma contar tu día. Tu calendario suena a diario y dice «Cita», nada más. Para otra hora, haz el archivo otra vez; para quitarlo, bórralo en tu calendario.",
    evening_hour: "A qué hora",
    list: "La lista en Hoy",
    list_line: "Lo que toca está ahí cada vez que abres Handrail: preparar, contar cómo fue, tareas.",
    number: "Un número en el ícono",
    number_line: "Dice cuántas cosas tocan, y nada sobre ellas.",
    show_number: "Mostrar el número",
    as_of: "Está como cuando tuviste Handrail abierto la última vez.",
    no_number: |badge| match badge {
        Badge::Shows => None,
        Badge::OnceInstalled => Some("Lo ves cuando Handrail esté instalado en este dispositivo."),
        Badge::NeedsPermission => Some(
            "Los dispositivos de Apple lo muestran solo si una app puede mandar notificaciones. Handrail no lo pide, así que aquí no hay número.",
        ),
        Badge::NotOnAndroid => Some("Android no muestra números para apps web."),
        Badge::NotHere => Some("Este navegador no puede mostrarlo."),
    },
};
