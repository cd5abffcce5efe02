//! Reads how many cases passed and failed from what the test runners print.

use std::ops::AddAssign;

/// Cases of one or more test runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Cases that passed.
    pub passed: usize,
    /// Cases that failed, or that passed only at a second try.
    pub failed: usize,
    /// Cases that were not run.
    pub skipped: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// Sums up the result lines of `cargo test` and `wasm-bindgen-test-runner`:
/// `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
pub fn of_cargo(output: &str) -> Counts {
    let mut sum = Counts::default();
    for line in output.lines() {
        let Some((_, result)) = line.split_once("test result: ") else {
            continue;
        };
        let numbers = result.split_once(". ").map_or(result, |(_, numbers)| numbers);
        for part in numbers.split(';') {
            count_word(part, &mut sum);
        }
    }
    sum
}

/// Reads the closing lines of Playwright: `  3 passed (4.2s)`, `  1 failed`.
pub fn of_playwright(output: &str) -> Counts {
    let mut sum = Counts::default();
    for line in output.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        // The number, one or three words, and perhaps a time in brackets: no test title has that form.
        let closing = match words.as_slice() {
            [_, _] | [_, "did", "not", "run"] => true,
            [_, _, time] => time.starts_with('('),
            _ => false,
        };
        if closing {
            count_word(line, &mut sum);
        }
    }
    sum
}

/// Reads the closing lines of Node.js's own test runner, in its form for machines: `# pass 3`, `# fail 1`.
pub fn of_node(output: &str) -> Counts {
    let mut sum = Counts::default();
    for line in output.lines() {
        let Some((word, Ok(number))) =
            line.strip_prefix("# ").and_then(|line| line.split_once(' ')).map(|(word, number)| (word, number.parse()))
        else {
            continue;
        };
        let number: usize = number;
        match word {
            "pass" => sum.passed += number,
            "fail" | "cancelled" => sum.failed += number,
            "skipped" => sum.skipped += number,
            _ => {}
        }
    }
    sum
}

fn count_word(text: &str, sum: &mut Counts) {
    let mut words = text.split_whitespace();
    let (Some(number), Some(word)) = (words.next(), words.next()) else {
        return;
    };
    let Ok(number) = number.parse::<usize>() else {
        return;
    };
    match word {
        "passed" => sum.passed += number,
        "failed" | "flaky" | "interrupted" => sum.failed += number,
        "ignored" | "skipped" | "did" => sum.skipped += number,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_several_test_programs_are_added() {
        let output = "running 3 tests\ntest a ... ok\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 5 filtered out; finished in 0.00s\n";
        assert_eq!(of_cargo(output), Counts { passed: 5, failed: 1, skipped: 1 });
    }

    #[test]
    fn playwright_counts_each_way_to_end() {
        let output = "Running 9 tests using 1 worker\n  ok 1 [desktop] › a.spec.ts:3:1 › 2 passed things\n\
            \x20 1 failed\n    [phone] › a.spec.ts:9:1 › fails\n  1 flaky\n  2 skipped\n  1 did not run\n  4 passed (12.3s)\n";
        assert_eq!(of_playwright(output), Counts { passed: 4, failed: 2, skipped: 3 });
    }

    #[test]
    fn node_counts_after_all_cases() {
        let output = "# Subtest: 2 pass\nok 1 - a\n# tests 6\n# suites 2\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n";
        assert_eq!(of_node(output), Counts { passed: 3, failed: 2, skipped: 1 });
    }

    #[test]
    fn output_without_results_counts_nothing() {
        assert_eq!(of_cargo("error: could not compile"), Counts::default());
        assert_eq!(of_playwright("Error: no tests found"), Counts::default());
        assert_eq!(of_node("# cannot find a module"), Counts::default());
    }
}
