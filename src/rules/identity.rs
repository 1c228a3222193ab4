//! Tells numbers that belong to a person: identity cards by their check digit, mobile telephones by their beginning.

use crate::model::Date;

/// GB 11643: a region, a birthday, a number and a check digit.
pub fn is_card(run: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
    let digits: Vec<u32> = run
        .chars()
        .take(17)
        .filter_map(|c| c.to_digit(10))
        .collect();
    if digits.len() != 17 || run.len() != 18 {
        return false;
    }
    let sum: u32 = digits
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, weight)| digit * weight)
        .sum();
    let last = run.chars().last().map(|c| c.to_ascii_uppercase());
    let born = || {
        let number = |from: usize, to: usize| run.get(from..to)?.parse::<i32>().ok();
        let (year, month, day) = (number(6, 10)?, number(10, 12)?, number(12, 14)?);
        Date::new(year, month as u8, day as u8).filter(|date| date.year < 2100)
    };
    let region = matches!(digits.first(), Some(1..=8));
    region && last == CHECKS.get((sum % 11) as usize).copied() && born().is_some()
}

/// Eleven digits of a mobile telephone.
pub fn is_mobile(run: &str) -> bool {
    let mut chars = run.chars();
    run.len() == 11
        && run.bytes().all(|b| b.is_ascii_digit())
        && chars.next() == Some('1')
        && chars.next().is_some_and(|c| ('3'..='9').contains(&c))
}
