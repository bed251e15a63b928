//! The few of many to whom something may happen, found without a branch that nobody can foresee.

use pulp::Arch;

/// A list of places, used again and again.
///
/// Whether a draw falls below its bound is what no processor can guess, and a wrong guess costs more than
/// ten right ones. So the answers for 64 places are found side by side, one bit each, and then only
/// the bits that are set are visited.
#[derive(Debug, Default)]
pub struct Few(Vec<u32>);

/// Places that are looked at together: as many as a word has bits.
const TOGETHER: usize = 64;

impl Few {
    /// The places at which something may happen, in order, as what stands there in two columns of
    /// the same length says.
    pub fn of<A: Copy, B: Copy>(
        &mut self,
        (one, other): (&[A], &[B]),
        may_happen: impl Fn(A, B) -> bool,
    ) -> &[u32] {
        self.0.clear();
        let places = &mut self.0;
        let all = one.len().min(other.len());
        Arch::new().dispatch(
            #[inline(always)]
            move || {
                // What can be called once only is compiled where it is called, for that processor.
                let places = places;
                let groups = one[..all].chunks(TOGETHER).zip(other[..all].chunks(TOGETHER));
                for (group, (one, other)) in groups.enumerate() {
                    let mut answers = [0_u8; TOGETHER];
                    for ((answer, &one), &other) in answers.iter_mut().zip(one).zip(other) {
                        *answer = u8::from(may_happen(one, other));
                    }
                    let mut bits = bits(&answers);
                    while bits != 0 {
                        places.push((group * TOGETHER) as u32 + bits.trailing_zeros());
                        bits &= bits - 1;
                    }
                }
            },
        );
        &self.0
    }

    /// The places of a column at which this stands, in order.
    pub fn at<T: Copy + PartialEq>(&mut self, column: &[T], wanted: T) -> &[u32] {
        self.of((column, column), |found, _| found == wanted)
    }
}

/// The answers, each 0 or 1, as the bits of a word, the first of them lowest.
#[inline(always)]
fn bits(answers: &[u8; TOGETHER]) -> u64 {
    // Multiplied so, eight bytes of 0 or 1 come to stand side by side in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let (eights, _) = answers.as_chunks::<8>();
    // Each byte is found by itself, so that none waits for another.
    let mut bytes = [0_u8; TOGETHER / 8];
    for (byte, eight) in bytes.iter_mut().zip(eights) {
        *byte = (u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56) as u8;
    }
    u64::from_le_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_few_stand_in_order_whatever_was_found_before() {
        let mut few = Few::default();
        let column: Vec<u32> = (0..200).map(|at| at * 7 % 10).collect();
        for (len, wanted) in [(200, 3), (64, 0), (1, 5), (130, 9), (0, 0), (63, 1)] {
            let column = &column[..len];
            let exact: Vec<u32> =
                (0..len as u32).filter(|&at| column[at as usize] == wanted).collect();
            assert_eq!(few.at(column, wanted), exact, "{wanted} among {len}");
            let below: Vec<u32> =
                (0..len as u32).filter(|&at| column[at as usize] < wanted).collect();
            let bounds = vec![wanted; len];
            assert_eq!(few.of((column, &bounds), |value, bound| value < bound), below);
        }
        assert_eq!(few.of((&column, &column[..70]), |_, _| true).len(), 70);
    }
}
