//! Numbers in the order of what goes before them.

/// A key of two numbers, and what has it.
pub type Keyed = (i64, i64, u32);

/// The last number of each, in the order of the whole.
///
/// It is a merge sort that leaves alone what is in order already, as dates mostly are. The standard library's sort is
/// not quicker at that, and has ten times the code, which a reader waits for.
pub fn sorted(keys: Vec<Keyed>) -> Vec<u32> {
    let (mut from, mut into) = (keys.clone(), keys);
    let mut width = 1;
    while width < from.len() {
        let mut start = 0;
        while start < from.len() {
            let (middle, end) = ((start + width).min(from.len()), (start + 2 * width).min(from.len()));
            merge(&from[start..middle], &from[middle..end], &mut into[start..end]);
            start = end;
        }
        std::mem::swap(&mut from, &mut into);
        width *= 2;
    }
    from.into_iter().map(|(.., number)| number).collect()
}

#[inline(never)]
fn merge(left: &[Keyed], right: &[Keyed], into: &mut [Keyed]) {
    if left.last() <= right.first() || right.is_empty() {
        into[..left.len()].copy_from_slice(left);
        into[left.len()..].copy_from_slice(right);
        return;
    }
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    for place in into {
        let next = match (left.peek(), right.peek()) {
            (Some(one), Some(other)) if one > other => right.next(),
            (Some(_), _) => left.next(),
            _ => right.next(),
        };
        if let Some(next) = next {
            *place = *next;
        }
    }
}

/// The positions of these numbers, which are below `limit`, in the order of the numbers; of equal ones, the first comes
/// first.
#[inline(never)]
pub fn counted(numbers: &[u32], limit: usize) -> Vec<u32> {
    let mut next = vec![0_u32; limit + 1]; // where the next of each number goes
    for &number in numbers {
        if let Some(after) = next.get_mut(number as usize + 1) {
            *after += 1;
        }
    }
    let mut sum = 0;
    for next in &mut next {
        sum += *next;
        *next = sum;
    }
    let mut positions = vec![0; numbers.len()];
    for (position, &number) in (0..).zip(numbers) {
        if let Some(next) = next.get_mut(number as usize)
            && let Some(place) = positions.get_mut(*next as usize)
        {
            *place = position;
            *next += 1;
        }
    }
    positions
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_counted_stands_as_a_stable_sort_puts_it(numbers in proptest::collection::vec(0u32..20, 0..200)) {
            let mut expected: Vec<u32> = (0..numbers.len() as u32).collect();
            expected.sort_by_key(|&position| numbers[position as usize]);
            prop_assert_eq!(counted(&numbers, 20), expected);
        }

        #[test]
        fn keys_are_sorted_as_plain_tuples_are(mut keys in proptest::collection::vec((-3i64..3, any::<i64>(), any::<u32>()), 0..200), ordered: bool) {
            if ordered {
                keys.sort_unstable();
            }
            let found = sorted(keys.clone());
            keys.sort_unstable();
            prop_assert!(found.into_iter().eq(keys.into_iter().map(|(.., number)| number)));
        }
    }
}
