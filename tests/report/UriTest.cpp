#include "driver/report/Uri.h"

#include "gtest/gtest.h"

using namespace scalelint::report;

TEST(Uri, RemotesLoseTheirCredentials) {
  struct Case {
    const char *remote;
    const char *uri;
  };
  const Case cases[] = {
      {"https://example.org/group/shop.git", "https://example.org/group/shop.git"},
      {"HTTPS://me:t0ken@example.org:8443/shop", "https://example.org:8443/shop"},
      {"https://t0ken@example.org/shop?private_token=t0ken#x", "https://example.org/shop"},
      {"ssh://git:pw@example.org:22/~me/a b.git", "ssh://git@example.org:22/~me/a%20b.git"},
      {"git@example.org:group/shop.git", "ssh://git@example.org/group/shop.git"},
      {"example.org:shop", "ssh://example.org/shop"},
      {"me:t0ken@example.org:shop", ""},
      {"/srv/git/größe.git", "file:///srv/git/gr%C3%B6%C3%9Fe.git"},
      {"file:///srv/git/shop.git", "file:///srv/git/shop.git"},
      {"../shop.git", ""},
      {"./a:b", ""},
      {"ext::sh -c evil", ""},
      {"java script://x", ""},
      {"", ""},
  };
  for (const Case &each : cases)
    EXPECT_EQ(remoteUri(each.remote), each.uri) << each.remote;
}

TEST(Uri, PathsAreEscaped) {
  EXPECT_EQ(uriPath("a b/c:d%.cpp"), "a%20b/c%3Ad%25.cpp");
  EXPECT_EQ(directoryUri("/srv/shop/"), "file:///srv/shop/");
  EXPECT_EQ(directoryUri("/srv/shop"), "file:///srv/shop/");
}
