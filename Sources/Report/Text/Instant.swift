import Values

/// Seconds since 1970-01-01T00:00:00 of local time as ISO text.
enum Instant {
  /// `YYYY-MM-DDThh:mm:ss`, or with another mark between day and time.
  static func iso(_ seconds: Int64, separator: Character = "T") -> String {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    guard let number = Int32(exactly: days) else { return NumberStyle.missing }
    let rest = Int(seconds - days * 86_400)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    let time = "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
    return "\(Day(number: number).iso)\(separator)\(time)"
  }
}
