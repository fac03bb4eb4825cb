package dev.whyvoy.bench.incident;

import java.util.function.Consumer;

/** What clients do every day. */
final class CalmClients {
  private static final String PHONE =
      "Shop/7.4 (iPhone; iOS 17.4; Scale/3.00) CFNetwork/1494.0.7 Darwin/23.4.0";
  private static final String[] SOUGHT = {
    "/wp-login.php",
    "/.env",
    "/admin",
    "/phpmyadmin/index.php",
    "/.git/config",
    "/actuator/health",
    "/cgi-bin/luci",
    "/boaform/admin/formLogin",
    "/xmlrpc.php",
    "/server-status",
    "/api/.env",
    "/backup.zip",
    "/config.json",
    "/solr/admin/info",
    "/vendor/phpunit",
    "/owa/auth/logon.aspx"
  };

  private CalmClients() {}

  /** Phones lose the network, or are put away, with some requests under way. */
  static Fault phones(Stage stage) {
    Service front = stage.mesh().any();
    return new Life(stage, 60_000L * (1 + stage.random().nextInt(6))) {
      @Override
      void comes(long time, Consumer<Entry> out) {
        Client phone = stranger(PHONE);
        int n = few(0.7);
        for (int i = 0; i < n; i++) {
          long at = time + random.nextLong(1500);
          Outcome left = Outcome.cancelled(20 + random.nextLong(4000));
          out.accept(
              new Sent(draw(at, front, phone), left, random)
                  .from(phone.address(), phone.userAgent())
                  .asks("GET", front.path() + "/" + random.nextInt(1000))
                  .at(at));
        }
      }
    };
  }

  /** Somebody looks for holes, quickly or slowly, with or without a route that takes it. */
  static Fault scanner(Stage stage) {
    Service caught = stage.mesh().any();
    boolean route = stage.random().nextBoolean();
    return new Life(stage, 60_000L * (8 + stage.random().nextInt(30))) {
      @Override
      void comes(long time, Consumer<Entry> out) {
        Client scanner = stranger("Mozilla/5.0 zgrab/0.x");
        int n = 20 + random.nextInt(300);
        long step = 50 + random.nextInt(900);
        long at = time;
        for (int i = 0; i < n; i++) {
          at += 1 + random.nextLong(2 * step);
          Outcome answer = route ? Outcome.answered(404, 60, 2) : Outcome.noRoute();
          String path = SOUGHT[random.nextInt(SOUGHT.length)] + (i < 40 ? "" : "?" + i);
          Sent sent =
              new Sent(draw(at, caught, scanner), answer, random)
                  .asks("GET", i % 3 == 0 ? path : "/" + Integer.toHexString(random.nextInt()))
                  .of("203.0.113.7");
          out.accept(sent.at(at));
        }
      }
    };
  }

  /** A job asks whether things exist; many do not. */
  static Fault lookups(Stage stage) {
    Service store = stage.mesh().any();
    Client job = stage.mesh().clients().get(3);
    return new Life(stage, 60_000L * (10 + stage.random().nextInt(30))) {
      @Override
      void comes(long time, Consumer<Entry> out) {
        int n = 40 + random.nextInt(300);
        long at = time;
        for (int i = 0; i < n; i++) {
          at += 1 + random.nextLong(700);
          Outcome answer = Outcome.answered(random.nextInt(10) < 4 ? 404 : 200, 0, 3);
          String path = store.path() + "/items/" + random.nextInt(100_000);
          out.accept(new Sent(draw(at, store, job), answer, random).asks("HEAD", path).at(at));
        }
      }
    };
  }

  /** One client may not, and asks again and again; tokens expire and are made anew. */
  static Fault denied(Stage stage) {
    Service closed = stage.mesh().any();
    Client client = stage.mesh().clients().get(5);
    Outcome no = new Outcome(403, "-", "rbac_access_denied_matched_policy[none]", "", 19, 0, false);
    Outcome old =
        new Outcome(401, "-", "jwt_authn_access_denied{Jwt_is_expired}", "", 14, 0, false);
    return new Life(stage, 1000L * (10 + stage.random().nextInt(50))) {
      @Override
      void comes(long time, Consumer<Entry> out) {
        out.accept(new Sent(draw(time, closed, client), no, random).at(time));
        if (random.nextInt(15) == 0) {
          Client other = stage.mesh().clients().get(random.nextInt(12));
          int n = few(0.6);
          for (int i = 0; i < n; i++) {
            long at = time + random.nextLong(2000);
            out.accept(new Sent(draw(at, closed, other), old, random).at(at));
          }
        }
      }
    };
  }

  /** People sign in: the filter that checks them sends them to a login page first. */
  static Fault logins(Stage stage) {
    Service site = stage.mesh().any();
    Outcome sent = new Outcome(302, "UAEX", "ext_authz_denied", "", 0, 4, false);
    return new Life(stage, 1000L * (2 + stage.random().nextInt(30))) {
      @Override
      void comes(long time, Consumer<Entry> out) {
        Client person = stranger("Mozilla/5.0 (X11; Linux x86_64) Firefox/125.0");
        int n = random.nextInt(4) == 0 ? few(0.5) : 1;
        for (int i = 0; i < n; i++) {
          long at = time + random.nextLong(800);
          out.accept(new Sent(draw(at, site, person), sent, random).at(at));
        }
      }
    };
  }

  /** One client asks more than it may, a little, all day long. */
  static Fault limited(Stage stage) {
    Service service = stage.mesh().any();
    Client client = stage.mesh().clients().get(7);
    return new Life(stage, 1000L * (2 + stage.random().nextInt(8))) {
      @Override
      void comes(long time, Consumer<Entry> out) {
        Outcome answer =
            random.nextInt(10) < 2 ? Outcome.limited() : Outcome.answered(200, 400, 12);
        out.accept(new Sent(draw(time, service, client), answer, random).at(time));
      }
    };
  }

  /** Sockets stay open for long and end in every way; now and then a client's network goes. */
  static Fault sockets(Stage stage) {
    Service service = stage.mesh().any();
    return new Life(stage, 1000L * (4 + stage.random().nextInt(30))) {
      @Override
      void comes(long time, Consumer<Entry> out) {
        int n = random.nextInt(80) == 0 ? 5 + random.nextInt(15) : 1;
        for (int i = 0; i < n; i++) {
          long lasted = 5000 + (long) (random.nextDouble() * random.nextDouble() * 1_800_000);
          boolean left = n > 1 || random.nextInt(3) > 0;
          Outcome end =
              new Outcome(
                  101,
                  left ? "DC" : "-",
                  left ? "downstream_remote_disconnect" : "via_upstream",
                  "",
                  4000,
                  lasted,
                  true);
          Client person = stranger("Mozilla/5.0 (X11; Linux x86_64) Firefox/125.0");
          long began = Math.max(stage.start(), time - lasted + random.nextLong(900));
          out.accept(
              new Sent(draw(began, service, person), end, random).asks("GET", "/ws").at(began));
        }
      }
    };
  }

  /** Sessions of a database: TCP, long, ended by either side. */
  static Fault sessions(Stage stage) {
    Service base =
        new Service(
            "db.data.svc.cluster.local", 5432, java.util.List.of("10.11.9.9:5432"), 1, 5, "");
    return new Life(stage, 1000L * (3 + stage.random().nextInt(20))) {
      @Override
      void comes(long time, Consumer<Entry> out) {
        Client client = stage.mesh().clients().get(random.nextInt(12));
        long lasted = 500 + (long) (random.nextDouble() * random.nextDouble() * 900_000);
        Outcome end = new Outcome(0, "-", "-", "", random.nextInt(90_000), lasted, true);
        long began = Math.max(stage.start(), time - lasted);
        out.accept(new Sent(draw(began, base, client), end, random).tcp(700).at(began));
      }
    };
  }
}
