//! What is taken apart comes together again.

use super::{VERSION, packed, unpacked};
use proptest::prelude::*;
use wasm_encoder::{
    BlockType, CodeSection, CustomSection, Function, FunctionSection, Ieee64, InstructionSink, MemArg, Module,
    TypeSection, ValType,
};

/// A program with these functions, in raw bytes of instructions, all of one type, and something behind them.
fn program(functions: &[Vec<u8>]) -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([], []);
    let (mut of_types, mut code) = (FunctionSection::new(), CodeSection::new());
    for body in functions {
        of_types.function(0);
        let mut function = Function::new([(2, ValType::I32), (130, ValType::I64)]);
        function.raw(body.iter().copied());
        function.instructions().end();
        code.function(&function);
    }
    let mut module = Module::new();
    module.section(&types).section(&of_types).section(&code);
    module.section(&CustomSection { name: "behind".into(), data: b"words"[..].into() });
    module.finish()
}

fn instructions(write: impl for<'a, 'b> FnOnce(&'b mut InstructionSink<'a>) -> &'b mut InstructionSink<'a>) -> Vec<u8> {
    let mut function = Function::new([]);
    write(&mut function.instructions());
    // Behind the number of its locals, which is none.
    function.into_raw_body().split_off(1)
}

/// A function with every kind of number in it.
fn of_every_kind() -> Vec<u8> {
    let far = MemArg { offset: 300, align: 2, memory_index: 0 };
    instructions(|to| {
        to.block(BlockType::Empty).local_get(0).i32_const(-7).i32_add().i32_load(far);
        to.br_table((0..200).map(|_| 0).collect::<Vec<u32>>(), 1).end();
        to.i32_const(1_048_576).call(300).call_indirect(0, 0).i64_const(i64::MIN).f64_const(Ieee64::from(0.1));
        to.i32_const(5).local_set(131).memory_copy(0, 0).global_get(0).f32_const(1.5.into()).drop()
    })
}

#[test]
fn a_program_comes_together_again_byte_for_byte() {
    let program = program(&[of_every_kind(), vec![], of_every_kind()]);
    let sent = packed(&[&program]).unwrap();
    assert_eq!(sent.first(), Some(&VERSION));
    assert_eq!(unpacked(&sent).unwrap(), program);
}

#[test]
fn two_programs_stand_one_behind_the_other() {
    let (one, two) = (program(&[of_every_kind()]), program(&[vec![0x01]]));
    assert_eq!(unpacked(&packed(&[&one, &two]).unwrap()).unwrap(), [one, two].concat());
}

#[test]
fn a_program_with_something_unknown_goes_as_it_is_and_the_others_do_not_mind() {
    let vectors = b"\xfd\x0c0123456789abcdef\x1a".to_vec();
    let (known, unknown) = (program(&[of_every_kind()]), program(&[vectors]));
    let sent = packed(&[&unknown, &known, b"no program"]).unwrap();
    assert_eq!(unpacked(&sent).unwrap(), [&unknown, &known, &b"no program"[..]].concat());
    let holds = |bytes: &[u8]| sent.windows(bytes.len()).any(|window| window == bytes);
    assert!(holds(&unknown) && !holds(&known));
}

#[test]
fn with_too_many_words_all_go_as_they_are() {
    let block = |of_type| instructions(|to| to.block(BlockType::FunctionType(of_type)).end());
    let blocks: Vec<Vec<u8>> = (0..300).map(block).collect();
    let program = program(&blocks);
    assert_eq!(packed(&[&program]).unwrap(), program);
}

#[test]
fn what_alternates_is_sent_in_fewer_bytes() {
    // Numbers without a pattern, of three kinds with few values each.
    let mut state = 7_u32;
    let mut any = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % below
    };
    let mut one = || {
        let (local, size, callee) = (any(4), any(8) * 4, any(40));
        instructions(|to| to.local_get(local).i32_const(size.cast_signed()).i32_add().call(callee))
    };
    let mut twenty = || (0..20).flat_map(|_| one()).collect::<Vec<u8>>();
    let program = program(&(0..200).map(|_| twenty()).collect::<Vec<_>>());
    let sent = |bytes: &[u8]| crate::build::compress::brotli(bytes).unwrap().len();
    let (in_streams, as_it_is) = (sent(&packed(&[&program]).unwrap()), sent(&program));
    assert!(in_streams < as_it_is * 9 / 10, "{in_streams} and {as_it_is}");
}

/// Instructions that need no place or type of their own, so that any number of them is a function.
fn instruction() -> impl Strategy<Value = Vec<u8>> {
    let memory = |offset: u64, align: u32| MemArg { offset, align, memory_index: 0 };
    prop_oneof![
        any::<i32>().prop_map(|value| instructions(|to| to.i32_const(value))),
        any::<i64>().prop_map(|value| instructions(|to| to.i64_const(value))),
        any::<u64>().prop_map(|bits| instructions(|to| to.f64_const(Ieee64::new(bits)))),
        any::<u32>().prop_map(|local| instructions(|to| to.local_tee(local))),
        any::<u32>().prop_map(|callee| instructions(|to| to.call(callee))),
        (any::<u32>(), 0..4_u32)
            .prop_map(move |(offset, align)| instructions(|to| to.i64_store(memory(offset.into(), align)))),
        proptest::collection::vec(0..9_u32, 0..200).prop_map(|places| instructions(|to| to.br_table(places, 1))),
        Just(instructions(|to| to.loop_(BlockType::Empty).end())),
        Just(instructions(|to| to.i32_add())),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_in_a_program_it_comes_together_again(
        functions in proptest::collection::vec(proptest::collection::vec(instruction(), 0..20), 0..12),
    ) {
        let program = program(&functions.iter().map(|body| body.concat()).collect::<Vec<_>>());
        let sent = packed(&[&program]).unwrap();
        prop_assert_eq!(sent.first(), Some(&VERSION));
        prop_assert_eq!(unpacked(&sent).unwrap(), program);
    }

    #[test]
    fn what_was_broken_on_the_way_stops_nothing(cut in 0..2000_usize, at in 0..2000_usize, to: u8) {
        let mut sent = packed(&[&program(&[of_every_kind(), of_every_kind()])]).unwrap();
        let (cut, at) = (cut % sent.len(), at % sent.len());
        prop_assert!(unpacked(sent.split_at(cut).0).is_err());
        if let Some(byte) = sent.get_mut(at) {
            *byte = to;
        }
        let _ = unpacked(&sent);
    }
}
