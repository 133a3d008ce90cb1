import Testing

@testable import Values

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2025-12-31", 20_453),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func `days count from 1970 and are written back`(iso: String, number: Int32) throws {
    let day = try #require(Day(iso: iso))
    #expect(day.number == number)
    #expect(day.iso == iso)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-1-01", "20240101",
    "2024-01-01 ", "", "0000-01-01",
  ])
  func `what is no day of the calendar is nil`(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func `every day of four centuries follows the one before`() throws {
    var day = try #require(Day(iso: "1600-01-01"))
    var (year, month, dayOfMonth) = (1600, 1, 1)
    for _ in 0..<146_097 {
      #expect(day.civil == (year, month, dayOfMonth))
      dayOfMonth += 1
      if dayOfMonth > Day.length(ofMonth: month, year: year) {
        (month, dayOfMonth) = (month + 1, 1)
      }
      if month > 12 { (year, month) = (year + 1, 1) }
      day = day.adding(days: 1)
    }
    #expect(day.iso == "2000-01-01")
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
    ("2024-03-31", -1, "2024-02-29"),
    ("2024-12-15", 1, "2025-01-15"), ("2024-01-15", -13, "2022-12-15"),
  ])
  func `months are added by the calendar`(from: String, months: Int, to: String) throws {
    #expect(try #require(Day(iso: from)).adding(months: months).iso == to)
  }

  @Test func `quarters begin in January, April, July and October`() throws {
    for month in 1...12 {
      let day = try #require(Day(year: 2025, month: month, day: 17))
      #expect(day.firstOfQuarter.month == [1, 4, 7, 10][(month - 1) / 3])
      #expect(day.quarter == (month + 2) / 3)
    }
  }
}
