import Tabular
import Testing
import Values

@Suite struct InstantTests {
  // Seconds from `date -u -d TEXT +%s`.
  @Test(arguments: [
    ("1970-01-01", 0), ("1970-01-01T00:00:00", 0), ("2024-01-02T03:04:05", 1_704_164_645),
    ("2024-01-02 03:04:05", 1_704_164_645), ("2024-01-02 03:04", 1_704_164_640),
    ("2024-02-29T23:59:59", 1_709_251_199), ("2024-01-02T03:04:05.999", 1_704_164_645),
    ("2000-02-29", 951_782_400), ("1969-12-31T23:59:59", -1), ("0001-01-01", -62_135_596_800),
    ("9999-12-31T23:59:59", 253_402_300_799), (" 2024-01-02 ", 1_704_153_600),
  ])
  func `local date-times`(text: String, seconds: Int64) throws {
    #expect(try readColumn([text], .instant(.asWritten)).columns == [.instant([seconds])])
  }

  @Test(arguments: [
    "2024-13-45T10:00:00", "2023-02-29", "2024-02-30", "2100-02-29", "2024-04-31", "2024-00-10",
    "2024-01-00", "0000-01-01", "not-a-date", "31/12/2024", "2024-1-2", "2024-01-02T24:00:00",
    "2024-01-02T10:60:00", "2024-01-02T10:00:60", "2024-01-02X10:00:00", "2024-01-02T10",
    "2024-01-02T10:00:00+25:00", "2024-01-02T10:00:00+8", "2024-01-02T10:00:00.", "20240102",
    "2024-01-02T1a:00:00", "2024-01-02T10:00:00Zx", "2024/01/02",
  ])
  func `what is no date of the calendar`(text: String) throws {
    let instants = try readColumn([text], .instant(.asWritten))
    #expect(instants.rejects.map(\.rules) == ["date"])
    #expect(instants.rejects.map(\.found) == [text])
    #expect(try readColumn([text], .day(.asWritten)).rejects.map(\.rules) == ["date"])
  }

  @Test(arguments: ["Z", "+08:00", "+0800", "+08", "-05:30", " +02:00"])
  func `a written zone is dropped, or converted to the zone of the report`(zone: String) throws {
    let text = "2024-01-01T20:30:00" + zone
    #expect(try readColumn([text], .instant(.asWritten)).columns == [.instant([1_704_141_000])])
    let offsets: [String: Int64] = [
      "Z": 0, "+08:00": 28_800, "+0800": 28_800, "+08": 28_800, "-05:30": -19_800,
      " +02:00": 7200,
    ]
    let utc = 1_704_141_000 - (offsets[zone] ?? 0)
    #expect(
      try readColumn([text], .instant(.fixed(offsetSeconds: 28_800))).columns
        == [.instant([utc + 28_800])])
    #expect(
      try readColumn([text], .instant(.rule { $0 < 0 ? 0 : 3600 })).columns
        == [.instant([utc + 3600])])
  }

  @Test func `the local day of an instant, rounded down before 1970 too`() throws {
    let texts = [
      "2024-01-01T20:30:00Z", "1969-12-31T23:00:00", "2024-01-01T23:59:59", "2024-01-01",
    ]
    #expect(
      try readColumn(texts, .day(.fixed(offsetSeconds: 28_800))).columns
        == [.day([19_724, -1, 19_723, 19_723])])
  }

  @Test func `every day of four centuries, against the calendar of Day`() throws {
    let days = (Day.daysFromCivil(1800, 1, 1)...Day.daysFromCivil(2200, 12, 31))
    let texts = days.map { Day(number: $0).iso }
    #expect(try readColumn(texts, .day(.asWritten)).columns == [.day(Array(days))])
    #expect(
      try readColumn(texts.map { $0 + "T12:00:01" }, .instant(.asWritten)).columns
        == [.instant(days.map { Int64($0) * 86_400 + 43_201 })])
  }
}
