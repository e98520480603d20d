// A container of a constant size, or one that the code fills by hand, is no data.
#include <functional>
#include <pqxx/pqxx>
#include <string>
#include <vector>

long count(pqxx::work &tx, const std::string &region) {
  return tx.exec_params1("SELECT count(*) FROM orders WHERE region = $1", region)[0].as<long>();
}

std::vector<std::string> configured();
void addMore(std::vector<std::string> &regions);
void visit(const std::function<void(const std::string &)> &visitor);

long threeRegions(pqxx::work &tx) {
  std::vector<std::string> regions;
  regions.push_back("eu");
  regions.push_back("us");
  regions.emplace_back("apac");
  long sum = 0;
  for (auto it = regions.begin(); it != regions.end(); ++it)
    sum += count(tx, *it); // ok: three
  for (const auto &region : regions)
    sum += count(tx, region); // ok: three
  std::vector<std::string>::iterator next = regions.begin(), end = regions.end();
  while (next != end)
    sum += count(tx, *next++); // ok: three
  return sum;
}

long numbered(pqxx::work &tx) {
  std::vector<std::string> regions(3);
  regions[0] = "eu";
  regions[1] = "us";
  long sum = 0;
  for (std::size_t i = 0; i != regions.size(); ++i)
    sum += count(tx, regions[i]); // ok: three
  return sum;
}

long perYear(pqxx::work &tx, const std::vector<std::string> &years) {
  long sum = 0;
  for (const auto &year : years) {
    std::vector<std::string> halves;
    halves.push_back(year + "-h1");
    halves.push_back(year + "-h2");
    for (const auto &half : halves)
      sum += count(tx, half); // expect: scale-n-plus-one-query "'years'"
  }
  return sum;
}

long configuredToo(pqxx::work &tx) {
  std::vector<std::string> regions;
  regions.push_back("eu");
  for (const auto &region : configured())
    regions.push_back(region);
  long sum = 0;
  for (const auto &region : regions)
    sum += count(tx, region); // expect: scale-n-plus-one-query "'regions'"
  return sum;
}

long filledElsewhere(pqxx::work &tx) {
  std::vector<std::string> regions;
  regions.push_back("eu");
  addMore(regions);
  long sum = 0;
  for (const auto &region : regions)
    sum += count(tx, region); // expect: scale-n-plus-one-query "'regions'"
  return sum;
}

long filledByVisitor(pqxx::work &tx) {
  std::vector<std::string> regions;
  regions.push_back("eu");
  visit([&](const std::string &region) { regions.push_back(region); });
  long sum = 0;
  for (const auto &region : regions)
    sum += count(tx, region); // expect: scale-n-plus-one-query "'regions'"
  return sum;
}

long filledThroughAlias(pqxx::work &tx) {
  std::vector<std::string> regions;
  std::vector<std::string> &alias = regions;
  regions.push_back("eu");
  for (const auto &region : configured())
    alias.push_back(region);
  long sum = 0;
  for (const auto &region : regions)
    sum += count(tx, region); // expect: scale-n-plus-one-query "'regions'"
  return sum;
}

long appended(pqxx::work &tx) {
  std::vector<std::string> regions, more = configured();
  regions.push_back("eu");
  regions.insert(regions.end(), more.begin(), more.end());
  long sum = 0;
  for (const auto &region : regions)
    sum += count(tx, region); // expect: scale-n-plus-one-query "'regions'"
  return sum;
}

long givenAwayLater(pqxx::work &tx) {
  std::vector<std::string> regions(3);
  regions[0] = "eu";
  long sum = 0;
  for (std::size_t i = 0; i < regions.size(); ++i)
    sum += count(tx, regions[i]); // ok: three, more come when all is done
  addMore(regions);
  return sum;
}

long givenAwayInTurns(pqxx::work &tx, const std::vector<std::string> &years) {
  std::vector<std::string> regions(3);
  long sum = 0;
  for (std::size_t year = 0; year < years.size(); ++year) {
    for (const auto &region : regions)
      sum += count(tx, region + years[year]); // expect: scale-n-plus-one-query "'regions'"
    addMore(regions);
  }
  return sum;
}

long changedInTurns(pqxx::work &tx, int turns) {
  std::vector<std::string> regions(3);
  for (int turn = 0; turn < turns; ++turn)
    addMore(regions);
  long sum = 0;
  for (std::size_t i = 0; i < regions.size(); ++i)
    sum += count(tx, regions[i]); // expect: scale-n-plus-one-query "'regions'"
  return sum;
}
