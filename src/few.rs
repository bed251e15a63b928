//! The few of many to whom something may happen, found without a branch that nobody can foresee.

use pulp::Arch;

/// A list of places, used again and again.
///
/// Whether a draw falls below its bound is what no processor can guess, and a wrong guess costs more than
/// ten right ones. So the answers for many places are found side by side, a byte each, are gathered to
/// one bit each, and then only the bits that are set are visited.
#[derive(Debug, Default)]
pub struct Few {
    /// What was found, and room for more.
    places: Vec<u32>,
}

/// Places that are looked at together. What is written of one of them is read when all are written: nothing waits for it.
const TOGETHER: usize = 1024;
/// Bits of a word.
const BITS: usize = u64::BITS as usize;
/// Set bits that are noted at once, whether there are so many or not.
const AT_ONCE: usize = 4;

impl Few {
    /// The places at which something may happen, in order, as what stands there in two columns of
    /// the same length says.
    pub fn of<A: Copy, B: Copy>(
        &mut self,
        (one, other): (&[A], &[B]),
        may_happen: impl Fn(A, B) -> bool,
    ) -> &[u32] {
        let all = one.len().min(other.len());
        let places = &mut self.places;
        let found = Arch::new().dispatch(
            #[inline(always)]
            move || {
                // What can be called once only is compiled where it is called, for that processor.
                let (places, may_happen) = (places, may_happen);
                let mut found = 0;
                let parts = one[..all].chunks(TOGETHER).zip(other[..all].chunks(TOGETHER));
                for (part, (one, other)) in parts.enumerate() {
                    if places.len() < found + TOGETHER + AT_ONCE {
                        places.resize(2 * found + TOGETHER + AT_ONCE, 0);
                    }
                    let mut answers = [0_u8; TOGETHER];
                    for ((answer, &one), &other) in answers.iter_mut().zip(one).zip(other) {
                        *answer = u8::from(may_happen(one, other));
                    }
                    for (word, &bits) in words(&answers).iter().enumerate() {
                        let first = part * TOGETHER + word * BITS;
                        found = note(places, found, first as u32, bits);
                    }
                }
                found
            },
        );
        &self.places[..found]
    }

    /// The places of a column at which this stands, in order.
    pub fn at<T: Copy + PartialEq>(&mut self, column: &[T], wanted: T) -> &[u32] {
        self.of((column, column), |found, _| found == wanted)
    }
}

/// The answers, each 0 or 1, as the bits of words, the first of them lowest.
#[inline(always)]
fn words(answers: &[u8; TOGETHER]) -> [u64; TOGETHER / BITS] {
    // Multiplied so, eight bytes of 0 or 1 come to stand side by side in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let mut bytes = [0_u8; TOGETHER / 8];
    for (byte, eight) in bytes.iter_mut().zip(answers.as_chunks::<8>().0) {
        *byte = (u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56) as u8;
    }
    let (eights, _) = bytes.as_chunks::<8>();
    std::array::from_fn(|word| u64::from_le_bytes(eights[word]))
}

/// Notes the places of a word's set bits, counted from where the word begins, after those already found. Returns how
/// many are found now.
///
/// How many there are cannot be foreseen either. So some are noted in any case; what was too much is written over.
#[inline(always)]
fn note(places: &mut [u32], found: usize, first: u32, mut bits: u64) -> usize {
    let mut from = found;
    let end = found + bits.count_ones() as usize;
    loop {
        for place in &mut places[from..from + AT_ONCE] {
            *place = first + bits.trailing_zeros();
            bits &= bits.wrapping_sub(1);
        }
        from += AT_ONCE;
        if bits == 0 {
            return end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_few_stand_in_order_whatever_was_found_before() {
        let mut few = Few::default();
        let column: Vec<u32> = (0..3000).map(|at| at * 7 % 10).collect();
        for (len, wanted) in [(200, 3), (64, 0), (1, 5), (3000, 9), (130, 9), (0, 0), (1025, 1)] {
            let column = &column[..len];
            let exact: Vec<u32> =
                (0..len as u32).filter(|&at| column[at as usize] == wanted).collect();
            assert_eq!(few.at(column, wanted), exact, "{wanted} among {len}");
            let below: Vec<u32> =
                (0..len as u32).filter(|&at| column[at as usize] < wanted).collect();
            let bounds = vec![wanted; len];
            assert_eq!(few.of((column, &bounds), |value, bound| value < bound), below);
        }
        let everywhere: Vec<u32> = (0..2500).collect();
        assert_eq!(few.of((&column, &column[..2500]), |_, _| true), everywhere);
        assert!(few.of((&column, &column), |_, _| false).is_empty());
    }
}
