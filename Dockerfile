# Build: every library and the three modules, without tests.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /isnad
COPY pom.xml ./
COPY config/pom.xml config/
COPY index/pom.xml index/
COPY bot/pom.xml bot/
COPY config/src config/src
COPY index/src index/src
COPY bot/src bot/src
RUN mvn -B -q -Dquick -DskipTests package

# Run: a JRE, the class path, one volume. Not root.
FROM eclipse-temurin:25-jre
# Fonts with Latin and Arabic letters, for pictures of figures.
RUN apt-get update && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core && rm -rf /var/lib/apt/lists/*
RUN useradd --system --create-home --home-dir /isnad isnad && mkdir /data && chown isnad /data
WORKDIR /isnad
COPY --from=build /isnad/bot/target/lib lib/
COPY --from=build /isnad/bot/target/classes classes/
COPY config/isnad.yaml config/
USER isnad
ENV ISNAD_DATA_DIR=/data ISNAD_METRICS_PORT=9091
VOLUME /data
HEALTHCHECK --interval=60s --timeout=5s --start-period=60s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9091 && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '200 OK' <&3"]
# SIGTERM ends the bot in order within ten seconds.
ENTRYPOINT ["java", "-Xmx512m", "-XX:+UseParallelGC", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", \
  "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Disnad.home=/isnad", \
  "-cp", "classes:lib/*", "news.isnad.bot.app.Main"]
CMD ["run"]
