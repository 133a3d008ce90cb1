import Values

extension Day {
  /// The day some months earlier; the last day of a month leads to the last day of a month.
  func earlier(byMonths months: Int) -> Day {
    let tomorrow = adding(days: 1)
    guard tomorrow == tomorrow.firstOfMonth else { return adding(months: -months) }
    return tomorrow.adding(months: -months).adding(days: -1)
  }
}
