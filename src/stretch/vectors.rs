//! Argon2id as this crate calls it, against the vector of its RFC and against what the reference implementation in C answers.

use argon2::{Algorithm, Argon2, AssociatedData, ParamsBuilder, Version};

use crate::{StretchError, Stretching, one_pass, stretch};

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn stretched(passphrase: &str, salt: [u8; 16], how: (u32, u32, u32)) -> String {
    let how = Stretching::new(how.0, how.1, how.2).unwrap();
    hex(stretch(passphrase, &salt, &how).unwrap().as_slice())
}

/// <https://www.rfc-editor.org/rfc/rfc9106>, section 5.3. It has a secret and data beside the passphrase, which we never use.
#[test]
fn rfc_9106() {
    let mut builder = ParamsBuilder::new();
    builder.m_cost(32).t_cost(3).p_cost(4).data(AssociatedData::new(&[4; 12]).unwrap());
    let params = builder.build().unwrap();
    let argon = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
    let mut tag = [0; 32];
    argon.hash_password_into(&[1; 32], &[2; 16], &mut tag).unwrap();
    assert_eq!(hex(&tag), "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
}

/// What argon2-cffi (the reference implementation, in C) answers for the same.
#[test]
fn the_reference_implementation_answers_the_same() {
    let first: [u8; 16] = core::array::from_fn(|at| u8::try_from(at).unwrap());
    assert_eq!(
        stretched("lamp river tulip canoe maple robin", first, (32 * 1024, 3, 1)),
        "489c7b2ee36a3c6cad4ffd46e3b21b8b0cd550cb12d4d5e1ba90be3c84523740"
    );
    assert_eq!(
        stretched("Mi contraseña 7", [0xaa; 16], (19 * 1024, 2, 1)),
        "e0b807eee767894c61b297d4f3912d541351f0ebb60eeef170355fac97a31584"
    );
    assert_eq!(
        stretched("x", first.map(|byte| byte + 16), (64 * 1024, 2, 4)),
        "047ce87c96f67222a6ab98e126036379a3039b79f1b0e29c20a0c542c7b82f7e"
    );
}

#[test]
fn a_passphrase_typed_on_a_phone_gives_the_key_of_the_one_on_paper() {
    let floor = (19 * 1024, 2, 1);
    let paper = stretched("árbol piñata limón tucán café panda", [7; 16], floor);
    assert_eq!(stretched("Arbol pinata limon. Tucan cafe panda ", [7; 16], floor), paper);
    assert_ne!(stretched("arbol pinata limon tucan cafe koala", [7; 16], floor), paper);
    assert_ne!(stretched("árbol piñata limón tucán café panda", [8; 16], floor), paper);
}

#[test]
fn nothing_typed_is_no_passphrase() {
    assert_eq!(stretch(" \t ", &[0; 16], &Stretching::FLOOR).err(), Some(StretchError::Empty));
}

#[test]
fn one_pass_is_measured_only_with_memory_that_is_ever_used() {
    assert_eq!(one_pass(32 * 1024), Ok(()));
    assert_eq!(one_pass(64 * 1024 * 1024), Err(StretchError::Refused));
    assert_eq!(one_pass(1), Err(StretchError::Refused));
}
