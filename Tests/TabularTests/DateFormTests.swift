import Diagnostics
import Tabular
import Testing
import Values

/// Columns of dates: what they are decided to be, and what every value of them becomes.
@Suite struct DateFormTests {
  struct Column: CustomTestStringConvertible {
    let name: String
    let cells: [(text: String, outcome: String)]
    let order: DateOrder?

    init(_ name: String, order: DateOrder? = nil, _ cells: [(String, String)]) {
      self.name = name
      self.order = order
      self.cells = cells.map { ($0.0, $0.1) }
    }

    var testDescription: String { name }
  }

  static let columns: [Column] = [
    Column(
      "ISO",
      [
        ("2025-03-01", "2025-03-01"), ("2025-03-01T10:20:30", "2025-03-01 10:20:30"),
        ("2025-03-01 10:20", "2025-03-01 10:20:00"), ("2025-02-29", "date"),
        ("2024-02-29", "2024-02-29"), ("2025-13-01", "date"), ("31/12/2024", "date"), ("", "-"),
        ("not-a-date", "date"), ("2025-03-01T25:00:00", "date"), (" 2025-03-01 ", "2025-03-01"),
        ("2025-03-01T10:20:30+08:00", "2025-03-01 10:20:30"), ("20250301", "date"),
        ("03/04/2025", "date"), ("2025", "date"), ("45000", "date"),
      ]),
    Column(
      "year first",
      [
        ("2025/3/1", "2025-03-01"), ("2025/03/01", "2025-03-01"), ("2025.3.1", "2025-03-01"),
        ("2025-3-1", "2025-03-01"), ("2025-03-01", "2025-03-01"), ("2025年3月1日", "2025-03-01"),
        ("2025年03月01日", "2025-03-01"), ("2025 年 3 月 1 日", "2025-03-01"), ("25年3月1日", "2025-03-01"),
        ("2025年3月1号", "2025-03-01"), ("２０２５／３／１", "2025-03-01"), ("２０２５年３月１日", "2025-03-01"),
        ("2025/3/1 9:05", "2025-03-01 09:05:00"), ("2025/3/1 09:05:07", "2025-03-01 09:05:07"),
        ("2025/3/1 9:05:07.25", "2025-03-01 09:05:07"), ("2025. 3. 1", "2025-03-01"),
        ("2025年3月1日14时05分", "2025-03-01 14:05:00"), ("2025年3月1日 14时5分30秒", "2025-03-01 14:05:30"),
        ("2025年3月1日14点", "2025-03-01 14:00:00"), ("2025年3月1日 14:05", "2025-03-01 14:05:00"),
        ("2025年3月1日上午9:05", "2025-03-01 09:05:00"),
        ("2025年3月1日 下午2:05:30", "2025-03-01 14:05:30"),
        ("2025年3月1日下午2时05分", "2025-03-01 14:05:00"),
        ("2025/3/1 上午 12:00", "2025-03-01"), ("2025/3/1 下午 12:00", "2025-03-01 12:00:00"),
        ("2025/3/1 2:05 PM", "2025-03-01 14:05:00"), ("2025/3/1 2:05pm", "2025-03-01 14:05:00"),
        ("2025/3/1 2:05:09 a.m.", "2025-03-01 02:05:09"), ("2025/3/1 12:00 AM", "2025-03-01"),
        ("2025/3/1 12:30 PM", "2025-03-01 12:30:00"), ("2025/3/1 13:00 PM", "date"),
        ("2025/3/1 0:30 AM", "date"), ("2025/3/1 24:00", "date"), ("2025/3/1 9:5", "date"),
        ("2025/3/1 9:60", "date"), ("2025/3/1T09:05:07Z", "2025-03-01 09:05:07"),
        ("2025/2/29", "date"), ("2025/4/31", "date"), ("2025/0/1", "date"), ("2025/13/1", "date"),
        ("2025年2月30日", "date"), ("2025年3月", "date"), ("3月1日", "date"), ("2025/3", "date"),
        ("2025/3/1/2", "date"), ("2025/3-1", "date"), ("2025/3/1 noon", "date"),
        ("0000/3/1", "date"), ("2025/003/1", "date"), ("25/3/1", "date"), ("2025//3/1", "date"),
        ("2025/3/1 9時05分", "2025-03-01 09:05:00"), ("2025年3月1日9時05分", "2025-03-01 09:05:00"),
        ("1899/12/31", "1899-12-31"), ("9999/12/31", "9999-12-31"),
      ]),
    Column(
      "digits",
      [
        ("19970101", "1997-01-01"), ("20250228", "2025-02-28"), ("20240229", "2024-02-29"),
        ("20250229", "date"), ("20251301", "date"), ("20250100", "date"), ("2025031", "date"),
        ("20250301 093000", "2025-03-01 09:30:00"), ("20250301 0930", "2025-03-01 09:30:00"),
        ("20250301T093000", "2025-03-01 09:30:00"), ("20250301 09:30:15", "2025-03-01 09:30:15"),
        ("20250301093015", "2025-03-01 09:30:15"), ("202503010930", "2025-03-01 09:30:00"),
        ("20250301240000", "date"), ("20250301096000", "date"), ("99990101", "date"),
        ("２０２５０３０１", "2025-03-01"), ("2025-03-01", "date"), ("20250301.5", "date"),
      ]),
    Column(
      "day first",
      [
        ("25/12/2024", "2024-12-25"), ("03/04/2025", "2025-04-03"), ("3/4/2025", "2025-04-03"),
        ("03-04-2025", "2025-04-03"), ("03.04.2025", "2025-04-03"), ("3. 4. 2025", "2025-04-03"),
        ("03/04/25", "2025-04-03"), ("31/12/68", "2068-12-31"), ("01/01/69", "1969-01-01"),
        ("03/04/2025 14:05", "2025-04-03 14:05:00"), ("3/4/2025 2:05 PM", "2025-04-03 14:05:00"),
        ("29/02/2024", "2024-02-29"), ("29/02/2023", "date"), ("31/04/2025", "date"),
        ("2025-04-03", "date"), ("03/04/025", "date"), ("03/04", "date"),
        ("25/12/2024, 14:05", "2024-12-25 14:05:00"), ("00/01/2025", "date"),
      ]),
    Column(
      "month first",
      [
        ("12/25/2024", "2024-12-25"), ("03/04/2025", "2025-03-04"), ("3/4/25", "2025-03-04"),
        ("3-4-2025", "2025-03-04"), ("12/31/1999 11:59:59 PM", "1999-12-31 23:59:59"),
        ("02/30/2025", "date"), ("04/03/2025 9:05", "2025-04-03 09:05:00"),
      ]),
    Column(
      "month by name",
      [
        ("3-Apr-2025", "2025-04-03"), ("03-APR-25", "2025-04-03"), ("3 Apr 2025", "2025-04-03"),
        ("3 April 2025", "2025-04-03"), ("Apr 3, 2025", "2025-04-03"),
        ("April 3rd, 2025", "2025-04-03"),
        ("Apr. 3, 2025", "2025-04-03"), ("Apr 3 2025", "2025-04-03"), ("2025-Apr-03", "2025-04-03"),
        ("03APR2025", "2025-04-03"), ("3/Apr/2025", "2025-04-03"), ("3.Apr.2025", "2025-04-03"),
        ("Sept 3, 2025", "2025-09-03"), ("1st March 2025", "2025-03-01"),
        ("May 1, 2025", "2025-05-01"),
        ("Apr 3, 2025 2:05 PM", "2025-04-03 14:05:00"), ("3-Apr-2025 14:05", "2025-04-03 14:05:00"),
        ("31-Apr-2025", "date"), ("3-Avr-2025", "date"), ("Apr 2025", "date"),
        ("3-Apri-2025", "date"),
        ("29-Feb-2024", "2024-02-29"), ("29-Feb-2025", "date"), ("03/04/2025", "date"),
        ("Dec 31, 1999", "1999-12-31"), ("3 Apr 1969", "1969-04-03"), ("Apr 33, 2025", "date"),
      ]),
    Column(
      "Excel serial days",
      // Values by Excel's own cells; 60 is the day that never was.
      [
        ("45000", "2023-03-15"), ("45000.5", "2023-03-15 12:00:00"), ("1", "1900-01-01"),
        ("59", "1900-02-28"), ("60", "date"), ("61", "1900-03-01"), ("36526", "2000-01-01"),
        ("43831", "2020-01-01"), ("44197", "2021-01-01"), ("25569", "1970-01-01"),
        ("45000.604166666664", "2023-03-15 14:30:00"), ("45000,25", "2023-03-15 06:00:00"),
        ("45000.999999", "2023-03-16"), ("0", "date"), ("0.5", "date"), ("99999", "2173-10-13"),
        ("100000", "date"), ("-45000", "date"), ("45000.0", "2023-03-15"), ("2025-03-01", "date"),
        ("２５５６９", "1970-01-01"), ("31.5", "1900-01-31 12:00:00"),
      ]),
    Column(
      "seconds",
      [
        ("1740810600", "2025-03-01 06:30:00"), ("315532800", "1980-01-01"), ("315532799", "date"),
        ("1740810600.75", "2025-03-01 06:30:00"), ("1000000000", "2001-09-09 01:46:40"),
        ("2147483647", "2038-01-19 03:14:07"), ("-1", "date"), ("1740810600123", "date"),
      ]),
    Column(
      "milliseconds",
      [
        ("1740810600123", "2025-03-01 06:30:00"), ("315532800000", "1980-01-01"),
        ("315532799999", "date"), ("1000000000000", "2001-09-09 01:46:40"), ("1740810600", "date"),
      ]),
    Column(
      "digits, day first",
      [("25122024", "2024-12-25"), ("03042025", "2025-04-03"), ("31042025", "date")]),
    Column(
      "digits, month first",
      [("12252024", "2024-12-25"), ("03042025", "2025-03-04"), ("02302025", "date")]),
    Column(
      "an order that was said: dmy", order: .dmy,
      [("03/04/2025", "2025-04-03"), ("05/06/07", "2007-06-05"), ("12/25/2024", "date")]),
    Column(
      "an order that was said: mdy", order: .mdy,
      [("03/04/2025", "2025-03-04"), ("05/06/07", "2007-05-06"), ("25/12/2024", "date")]),
    Column(
      "an order that was said: ymd", order: .ymd,
      [("03/04/25", "2003-04-25"), ("05/06/07", "2005-06-07"), ("99/12/31", "1999-12-31")]),
    Column(
      "an order that was said leaves other forms alone", order: .dmy,
      [("2025-04-03", "2025-04-03"), ("2025-12-25", "2025-12-25")]),
    Column(
      "the same day of the month", [("03/03/2025", "2025-03-03"), ("4/4/2025", "2025-04-04")]),
  ]

  @Test(arguments: columns)
  func `dates`(column: Column) throws {
    let decided = try FormQuestion.date(column.order).decide(column.cells.map(\.text))
    #expect(decided.answer.problem == nil)
    let found = zip(column.cells, decided.outcomes).filter { $0.outcome != $1 }
    #expect(found.map { "'\($0.text)' is \($1), not \($0.outcome)" } == [])
    #expect(decided.outcomes.count == column.cells.count)
  }

  @Test func `there are enough cases`() {
    #expect(Self.columns.reduce(0) { $0 + $1.cells.count } >= 150)
  }

  static let decisions: [([String], String)] = [
    (["2025-03-01"], "plain"), ([], "plain"), (["soon"], "plain"), (["2025"], "plain"),
    (["2025-03-01", "31/12/2024"], "plain"),
    (["2025-03-01", "2025/3/2"], "year, month, day; '2025/3/2' (line 3) is 2025-03-02"),
    (["03/04/2025", "25/12/2024"], "day first; '25/12/2024' (line 3) is 2024-12-25"),
    (["03/04/2025", "12/25/2024"], "month first; '12/25/2024' (line 3) is 2024-12-25"),
    (["3-Apr-2025"], "month by name; '3-Apr-2025' (line 2) is 2025-04-03"),
    (["19970101"], "digits YYYYMMDD; '19970101' (line 2) is 1997-01-01"),
    (["45000"], "Excel serial days, 1900 system; '45000' (line 2) is 2023-03-15"),
    (["1740810600"], "seconds since 1970 in UTC; '1740810600' (line 2) is 2025-03-01 06:30:00"),
  ]

  @Test(arguments: decisions)
  func `the form is said with an example`(fields: [String], statement: String) throws {
    let answer = try FormQuestion.date().decide(fields).answer
    #expect(answer.problem == nil)
    #expect(answer.statement ?? "plain" == statement)
  }

  static let doubts: [([String], String, String)] = [
    (
      ["03/04/2025", "05/06/2025"], "two-forms",
      "'v' can be read in two ways: '03/04/2025' is 2025-04-03 with the day first, 2025-03-04 with "
        + "the month first"
    ),
    (
      ["03/04/05"], "two-forms",
      "'v' can be read in three ways: '03/04/05' is 2005-04-03 with the day first, 2005-03-04 with "
        + "the month first, 2003-04-05 with the two-digit year first"
    ),
    (
      ["03042025"], "two-forms",
      "'v' can be read in two ways: '03042025' is 2025-04-03 with the digits DDMMYYYY, 2025-03-04 "
        + "with the digits MMDDYYYY"
    ),
    (
      ["25/12/2024", "03/04/2025", "26/12/2024", "12/25/2024"], "mixed-forms",
      "'v' has dates of two orders: '25/12/2024' (line 2) has the day first, '12/25/2024' (line 5) "
        + "the month first"
    ),
  ]

  @Test(arguments: doubts)
  func `two orders that fit are never chosen between`(
    fields: [String], code: String, message: String
  ) throws {
    let problem = try #require(try FormQuestion.date().decide(fields).answer.problem)
    #expect(problem.code == code)
    #expect(problem.message == message)
    #expect(problem.place?.line == 2)
    for order in DateOrder.allCases where problem.help?.contains(order.rawValue) ?? false {
      #expect(try FormQuestion.date(order).decide(fields).answer.problem == nil)
    }
  }

  @Test func `what was not in the head is rejected later, not guessed`() throws {
    let decided = try FormQuestion.date().decide(
      ["25/12/2024"], then: ["12/25/2024", "2025-01-01", "45000", "3-Apr-2025", "01/02/2025"])
    #expect(decided.outcomes == ["2024-12-25", "date", "date", "date", "date", "2025-02-01"])
    let iso = try FormQuestion.date().decide(["2025-01-01"], then: ["2025/1/2"])
    #expect(iso.outcomes == ["2025-01-01", "date"])
  }

  @Test func `instants of UTC and written zones are brought to the zone of the report`() throws {
    let zone = ReportZone.fixed(offsetSeconds: 28_800)
    #expect(
      try FormQuestion.date(zone: zone).decide(["1740810600"]).outcomes == ["2025-03-01 14:30:00"])
    #expect(
      try FormQuestion.date(zone: zone).decide(["2025/3/1 06:30:00Z", "2025/3/1 6:30"]).outcomes
        == ["2025-03-01 14:30:00", "2025-03-01 06:30:00"])
  }

  /// Days since 1970 by counting them up from one known day, without formulas for leap years.
  private static let calendar: [(year: Int, month: Int, day: Int)] = {
    var days: [(Int, Int, Int)] = []
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let leapYears = Set(stride(from: 1972, through: 2096, by: 4))
    for year in 1970...2099 {
      for month in 1...12 {
        let length = lengths[month - 1] + (month == 2 && leapYears.contains(year) ? 1 : 0)
        for day in 1...length { days.append((year, month, day)) }
      }
    }
    return days
  }()

  @Test func `every day of 1970 to 2099 is the same in every form, counted by hand`() throws {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let days = Self.calendar
    let numbers = days.indices.map { Int64($0) * 86_400 }
    let forms: [(String, ((year: Int, month: Int, day: Int), Int) -> String)] = [
      ("slashes", { date, _ in "\(date.year)/\(date.month)/\(date.day)" }),
      ("Chinese", { date, _ in "\(date.year)年\(date.month)月\(date.day)日" }),
      ("day first", { date, _ in "\(two(date.day))/\(two(date.month))/\(date.year)" }),
      ("month first", { date, _ in "\(date.month)/\(date.day)/\(date.year)" }),
      ("named", { date, _ in "\(date.day)-\(names[date.month - 1])-\(date.year)" }),
      ("digits", { date, _ in "\(date.year)\(two(date.month))\(two(date.day))" }),
      // 1970-01-01 is serial day 25569 in Excel.
      ("serial", { _, index in "\(index + 25_569)" }),
    ]
    for (name, write) in forms {
      let texts = days.enumerated().map { write($1, $0) }
      let decided = try FormQuestion.date().decide(texts)
      #expect(decided.answer.problem == nil, "\(name)")
      #expect(decided.table.columns == [.instant(numbers)], "\(name)")
    }
  }

  @Test(arguments: 0..<8)
  func `a time written in a form is read back`(seed: Int) throws {
    var generator = SeededGenerator(state: UInt64(seed) + 31)
    let instants = (0..<60).map { _ in
      Int64.random(in: 400_000_000...4_000_000_000, using: &generator) / 60 * 60
    }
    func clock(_ instant: Int64) -> (Int64, Int64) { (instant / 3600 % 24, instant / 60 % 60) }
    func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    func twelve(_ hour: Int64) -> Int64 { hour % 12 == 0 ? 12 : hour % 12 }
    let forms: [(String, (Day, Int64) -> String)] = [
      (
        "AM/PM",
        { day, instant in
          let (hour, minute) = clock(instant)
          return "\(day.dayOfMonth)/\(day.month)/\(day.year) \(twelve(hour)):\(two(minute)) "
            + (hour < 12 ? "AM" : "PM")
        }
      ),
      (
        "上午",
        { day, instant in
          let (hour, minute) = clock(instant)
          return "\(day.year)年\(day.month)月\(day.dayOfMonth)日 \(hour < 12 ? "上午" : "下午")"
            + "\(twelve(hour))时\(two(minute))分"
        }
      ),
      (
        "serial",
        { day, instant in
          "\(Double(day.number) + 25_569 + Double(instant % 86_400) / 86_400)"
        }
      ),
      ("seconds", { _, instant in "\(instant)" }),
      ("milliseconds", { _, instant in "\(instant)000" }),
      (
        "digits",
        { day, instant in
          let (hour, minute) = clock(instant)
          return day.iso.replacing("-", with: "") + two(hour) + two(minute) + "00"
        }
      ),
    ]
    for (name, write) in forms {
      let texts = instants.map { write(Day(number: Day.number(ofSecond: $0)), $0) }
      let decided = try FormQuestion.date().decide(
        texts + ["25/12/2024"].filter { _ in name == "AM/PM" })
      #expect(decided.answer.problem == nil, "\(name)")
      let expected = instants + (name == "AM/PM" ? [1_735_084_800] : [])
      #expect(decided.table.columns == [.instant(expected)], "\(name): \(texts)")
    }
  }
}
