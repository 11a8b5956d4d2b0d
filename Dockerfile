# Briefbook from this checkout, every package by the hash in requirements.lock:
#   docker build -t briefbook . && docker run --rm -v "$PWD:/work" briefbook build seeds/tajikistan-us
FROM python:3.13-slim-trixie AS build
COPY requirements.lock /src/
RUN python -m venv /opt/briefbook \
    && /opt/briefbook/bin/pip install --no-cache-dir --require-hashes -r /src/requirements.lock
COPY . /src
RUN /opt/briefbook/bin/pip install --no-cache-dir --no-deps --no-build-isolation /src

FROM python:3.13-slim-trixie
COPY --from=build /opt/briefbook /opt/briefbook
ENV PATH=/opt/briefbook/bin:$PATH
USER 1000
WORKDIR /work
ENTRYPOINT ["briefbook"]
